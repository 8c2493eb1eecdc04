import { describe, expect, it } from "vitest";
import type { PlacedLabel } from "@/lib/domain/quality/agreement";
import type { LabelAnchor, LabelAnswer } from "@/lib/domain/quality/label";
import { agreementsOf } from "./agreements-of";

const right: LabelAnswer = { kind: "right" };
const wrong: LabelAnswer = { kind: "wrong" };
const message = { span: "t/s", words: "0", nth: 0 } as const;

/** A label on a score: the score when labelled, the person's answer, and the current score. */
function scored(then: number | null, answer: LabelAnswer, now: number | null = then): PlacedLabel {
  return placed({ kind: "interaction", message }, { then, now, answer });
}

type LabelledScore = {
  readonly then: number | string | null;
  readonly now: number | string | null;
  readonly answer: LabelAnswer;
};

let nextId = 0;
function placed(anchor: LabelAnchor, { then, now, answer }: LabelledScore): PlacedLabel {
  nextId += 1;
  return {
    label: {
      id: nextId,
      actor: "p",
      atUs: nextId,
      caseId: "C-1",
      currentCaseId: "C-1",
      evaluator: "e",
      version: 1,
      anchor,
      said: saidAs(then),
      answer,
      reason: "",
      evidenceHash: "",
    },
    place: { kind: "interaction", ordinal: 0 },
    now: { evaluator: "e", version: 2, evidence: [], ...saidAs(now) },
    isEvidenceSame: true,
  };
}

function saidAs(said: number | string | null) {
  if (typeof said === "string") return { says: said, value: null };
  return { says: said === null ? "not-scorable" : "scored", value: said };
}

/** With other members of the label, and under another version now; null if there is no score now. */
function withLabel(
  { label, now, ...rest }: PlacedLabel,
  parts: Partial<PlacedLabel["label"]>,
  version: number | null,
): PlacedLabel {
  const current = now === null || version === null ? null : { ...now, version };
  return { ...rest, label: { ...label, ...parts }, now: current };
}

describe("agreementsOf", () => {
  it("holds labels against what is said now, and under the earlier version against what was said then", () => {
    const labels = [
      scored(0.9, right),
      scored(0.9, right),
      scored(0.9, wrong, 0.2),
      scored(0.2, right),
      scored(0.2, wrong),
      scored(0.4, { kind: "should-be-value", value: 0 }),
    ];
    const [now, then] = agreementsOf(labels);
    expect(now).toMatchObject({
      version: 2,
      about: "scores",
      agreed: { hits: 5, of: 6 },
      sensitivity: { hits: 2, of: 3 },
      specificity: { hits: 3, of: 3 },
    });
    // Observed 5/6, by chance 1/3 · 1/2 + 2/3 · 1/2 = 1/2.
    expect(now?.kappa?.value).toBeCloseTo(2 / 3, 10);
    expect(now?.disagreements.map(({ label }) => label.said.value)).toEqual([0.2]);
    expect(then).toMatchObject({ version: 1, agreed: { hits: 4, of: 6 } });
    expect(then?.disagreements).toHaveLength(2);
  });

  it("counts apart what is not scored now; that it should be, contradicts", () => {
    const labels = [scored(0.9, right), scored(0.9, right, null), scored(null, wrong)];
    const [now] = agreementsOf(labels);
    expect(now).toMatchObject({ agreed: { hits: 1, of: 2 }, apart: 1, kappa: null });
    expect(now?.disagreements.map(({ label }) => label.said.says)).toEqual(["not-scorable"]);
  });

  it("compares promises and facts by their words", () => {
    const promise: LabelAnchor = { kind: "promise", message, start: 0, end: 9 };
    const labels = [
      placed(promise, {
        then: "open",
        now: "kept",
        answer: { kind: "should-be-word", word: "kept" },
      }),
      placed(promise, { then: "kept", now: "kept", answer: right }),
      placed(promise, {
        then: "broken",
        now: "none",
        answer: { kind: "should-be-word", word: "none" },
      }),
      placed(promise, { then: "broken", now: "open", answer: right }),
      placed(promise, { then: "broken", now: "broken", answer: wrong }),
    ];
    const [now] = agreementsOf(labels);
    expect(now).toMatchObject({
      about: "promises",
      agreed: { hits: 3, of: 5 },
      sensitivity: null,
    });
    expect(now?.kappa?.value).toBeGreaterThan(0);
    expect(now?.disagreements).toHaveLength(2);
  });

  it("is by version, latest first and imported scores last, and by what was labelled", () => {
    const fact: LabelAnchor = { kind: "fact", at: message, message, start: 0, end: 9 };
    const asked = placed(fact, { then: "asked", now: "asked", answer: right });
    const labels = [
      withLabel(scored(0.9, right), { version: "imported" }, 1),
      withLabel(scored(0.9, right), { version: 2 }, null),
      withLabel(asked, { version: 2 }, null),
    ];
    expect(agreementsOf(labels).map(({ version, about }) => [version, about])).toEqual([
      [2, "scores"],
      [2, "facts"],
      [1, "scores"],
      ["imported", "scores"],
    ]);
  });

  it("counts apart a label of a version of which the target has no score", () => {
    const labels = [
      withLabel(scored(0.9, right), { version: 1 }, null),
      withLabel(scored(0.9, right), { version: 2 }, null),
    ];
    expect(agreementsOf(labels)).toMatchObject([
      { version: 2, agreed: { hits: 1, of: 1 }, apart: 1 },
      { version: 1, agreed: { hits: 1, of: 1 }, apart: 1 },
    ]);
  });

  it("takes a score of a half for a yes", () => {
    const [now] = agreementsOf([scored(0.5, { kind: "should-be-value", value: 1 })]);
    expect(now).toMatchObject({
      agreed: { hits: 1, of: 1 },
      sensitivity: { hits: 1, of: 1 },
      specificity: { hits: 0, of: 0 },
    });
  });

  it("leaves what rightly has no score out of the chance-corrected agreement", () => {
    // Of the scored, observed 1/2, by chance 1 · 1/2 = 1/2.
    const labels = [scored(0.9, right), scored(0.9, wrong), scored(null, right)];
    const [now] = agreementsOf(labels);
    expect(now).toMatchObject({ agreed: { hits: 2, of: 3 }, kappa: { value: 0 } });
  });

  it("cannot compare a word that was only called wrong with another word", () => {
    const promise: LabelAnchor = { kind: "promise", message, start: 0, end: 9 };
    const [now] = agreementsOf([
      placed(promise, { then: "broken", now: "open", answer: wrong }),
      placed(promise, { then: "kept", now: "kept", answer: right }),
    ]);
    expect(now).toMatchObject({
      ...{ agreed: { hits: 1, of: 1 }, apart: 1 },
      ...{ sensitivity: null, specificity: null, disagreements: [] },
    });
  });

  it("lists disagreements latest first, of one instant by their ids", () => {
    const at = (id: number, atUs: number) => withLabel(scored(0.9, wrong), { id, atUs }, 2);
    const [now] = agreementsOf([at(1, 20), at(2, 10), at(3, 30), at(4, 20)]);
    expect(now?.disagreements.map(({ label }) => label.id)).toEqual([3, 4, 1, 2]);
  });

  it("is empty without labels", () => {
    expect(agreementsOf([])).toEqual([]);
  });
});
