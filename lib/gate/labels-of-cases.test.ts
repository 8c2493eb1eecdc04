import { describe, expect, it } from "vitest";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import type { EvaluatorAnswer, LabelAnswer, LabelPlace } from "@/lib/domain/quality/label";
import { labelsOfCases } from "./labels-of-cases";

const right: LabelAnswer = { kind: "right" };
const wrong: LabelAnswer = { kind: "wrong" };
const evaluator = { name: "e" };
const message = { span: "t/s", words: "0", nth: 0 } as const;
const contact = (ordinal: number) => ({ kind: "interaction", ordinal }) as const;

let id = 0;
/** A label of a score that version 1 gave and that is now version 2's. */
function label(
  answer: LabelAnswer,
  scores: { readonly then: number | null; readonly now?: number | null },
  place: LabelPlace | null = contact(0),
): PlacedLabel {
  id += 1;
  const says = (value: number | null) => ({ says: value === null ? "unclear" : "scored", value });
  const now: EvaluatorAnswer | null =
    scores.now === undefined
      ? null
      : { evaluator: "e", version: 2, evidence: [], ...says(scores.now) };
  return {
    label: {
      ...{ id, actor: `p${String(id)}`, atUs: 1, caseId: "C-1", currentCaseId: "C-1" },
      ...{ evaluator: "e", version: 1, anchor: { kind: "interaction", message } },
      ...{ said: says(scores.then), answer, reason: "", evidenceHash: "" },
    },
    ...{ place, now, isEvidenceSame: true },
  };
}

function labelsOf(placed: readonly PlacedLabel[], direction?: "lower-is-better") {
  const derived = { openedUs: 5, scores: [] };
  return labelsOfCases([{ derived, placed }], { ...evaluator, ...(direction && { direction }) });
}

const shown = ({ labels }: ReturnType<typeof labelsOf>) =>
  labels.map(({ resolved, score, version }) => [resolved, score, version]);

describe("labelsOfCases", () => {
  it("puts a person's answer beside what the evaluator says now, else what it said then", () => {
    const found = labelsOf([
      label(wrong, { then: 0.9, now: 0.8 }),
      label(right, { then: 0.9, now: 0.3 }, contact(1)),
      label(right, { then: 0.2, now: null }, contact(2)),
      label({ kind: "should-be-value", value: 1 }, { then: null, now: 0.4 }, contact(3)),
    ]);
    expect(shown(found)).toEqual([
      [false, 0.8, "2"],
      [true, 0.3, "2"],
      [false, 0.2, "1"],
      [true, 0.4, "2"],
    ]);
    expect(found.labelSource).toEqual({ openedUs: [5, 5], disputed: 0, incomparable: 0 });
  });

  it("counts a score once, by the majority of who labelled it", () => {
    const scores = { then: 0.9, now: 0.9 };
    const found = labelsOf([
      ...[label(right, scores), label(wrong, scores), label(wrong, scores)],
      ...[label(right, scores, contact(1)), label(wrong, scores, contact(1))],
    ]);
    expect(shown(found)).toEqual([[false, 0.9, "2"]]);
    expect(found.labelSource?.disputed).toBe(1);
  });

  it("leaves out what is gone, says neither, or is no outcome of a replay", () => {
    const found = labelsOf([
      label(right, { then: 0.9 }, null),
      label(right, { then: 0.9 }, null),
      label({ kind: "should-be-word", word: "not-applicable" }, { then: 0.9, now: 0.9 }),
      label(right, { then: 0.9, now: 0.9 }, { kind: "handoff", ordinal: 0 }),
    ]);
    expect(found).toEqual({
      labels: [],
      labelSource: { openedUs: null, disputed: 0, incomparable: 4 },
    });
  });

  it("takes a handoff's label where the case has no other handoff that is scored", () => {
    const target = { kind: "handoff", ordinal: 0 } as const;
    const verdict = { status: "not-scorable", because: "" } as const;
    const score = { evaluator: "e", version: 2, target, verdict };
    const placed = [label(right, { then: 0.9, now: 0.9 }, target)];
    const derived = { openedUs: 5, scores: [score] };
    expect(labelsOfCases([{ derived, placed }], evaluator).labels).toHaveLength(1);
  });

  it("turns scores that are better the lower they are, as outcomes are", () => {
    expect(shown(labelsOf([label(right, { then: 0.9, now: 0.75 })], "lower-is-better"))).toEqual([
      [false, 0.25, "2"],
    ]);
  });
});
