import { describe, expect, it } from "vitest";
import { score } from "@/lib/testing/derived-case";
import { worstOf, worstScores } from "./worst-scores";

describe("worstScores", () => {
  it("keeps the highest where lower is better, the lowest where higher is", () => {
    const scores = [
      score("repeat_information", 0),
      score("repeat_information", 1),
      score("repeat_information", null),
      score("conversation_resolution", 0.9),
      score("conversation_resolution", 0.5),
    ];
    const worst = [
      { evaluator: "conversation_resolution", value: 0.5 },
      { evaluator: "repeat_information", value: 1 },
    ];
    expect(worstScores(scores)).toEqual(worst);
    expect(worstOf(worst)).toEqual(worst[1]);
  });

  it("leaves out what spans let through: it says nothing of how the case went", () => {
    expect(worstScores([score("redaction_coverage", 0, { kind: "span", span: "t/s" })])).toEqual(
      [],
    );
  });

  it("leaves out scores of unknown direction", () => {
    expect(
      worstScores([
        score("theirs", 0.1),
        score("repeat_information", 1, { kind: "case" }, "imported"),
      ]),
    ).toEqual([]);
    expect(worstOf([])).toBeNull();
  });
});
