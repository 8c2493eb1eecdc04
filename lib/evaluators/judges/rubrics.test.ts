import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { evaluators } from "../registry";
import { instructions } from "./instructions";
import { rubrics } from "./rubrics";

describe("a rubric", () => {
  it("has another version whenever a model would get other words", () => {
    const known = rubrics.map((rubric) => {
      const hash = createHash("sha256").update(instructions(rubric)).digest("hex").slice(0, 12);
      return `${rubric.evaluator} ${String(rubric.version)} ${hash}`;
    });
    // If a line differs, increment the rubric's version and update its hash here.
    expect(known).toEqual([
      "conversation_resolution 1 4bc23bb365a2",
      "repeat_information 1 a35ca6aa6b69",
      "context_retention 1 272816a70865",
      "tone 1 4aaecf705338",
      "groundedness 1 7d8f0296a881",
    ]);
  });

  it("is about the same kind of place as the evaluator of ours that answers the same", () => {
    for (const { evaluator, target } of rubrics) {
      const ours = evaluators.find(({ name }) => name === evaluator);
      expect([evaluator, ours?.target ?? target]).toEqual([evaluator, target]);
    }
  });
});
