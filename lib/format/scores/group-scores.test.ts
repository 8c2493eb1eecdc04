import { describe, expect, it } from "vitest";
import { groupScores } from "./group-scores";
import { scoreSource } from "./score-source";
import type { ScoreView } from "./score-view";

function score(key: string, parts: Partial<ScoreView>): ScoreView {
  return {
    key,
    evaluator: "conversation_resolution",
    name: "Contact resolved",
    reading: null,
    version: 1,
    judge: null,
    place: null,
    question: "conversation_resolution",
    about: "",
    status: "scored",
    value: 0.5,
    because: "So it is.",
    accuracy: null,
    aboutHref: null,
    quotations: [],
    ...parts,
  };
}

const model = { model: "small", isStale: false };

describe("scores of one place", () => {
  it("stand with what others say of the same question beside ours, each as its own", () => {
    const ours = score("a", {});
    const imported = score("b", { version: "imported", about: "a span" });
    const judged = score("c", { judge: model });
    const other = score("d", { evaluator: "tone", question: "tone", version: "imported" });
    expect(groupScores([ours, imported, judged, other])).toEqual({
      own: [{ score: ours, others: [imported, judged] }],
      rest: [other],
    });
  });

  it("stand apart where they are of other messages", () => {
    const ours = [score("a", { about: "message 2" }), score("b", { about: "message 4" })];
    const judged = score("c", { judge: model, about: "message 4" });
    const { own, rest } = groupScores([...ours, judged]);
    expect(own.map(({ others }) => others.length)).toEqual([0, 1]);
    expect(rest).toEqual([]);
  });

  it("say whose they are", () => {
    expect(scoreSource(score("a", {}))).toBe("v1");
    expect(scoreSource(score("a", { version: "imported" }))).toBe("imported");
    expect(scoreSource(score("a", { judge: model }))).toMatch(/ small, rubric v1$/u);
    expect(scoreSource(score("a", { judge: { ...model, isStale: true } }))).toMatch(
      /changed since/,
    );
  });
});
