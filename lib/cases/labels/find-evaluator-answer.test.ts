import { describe, expect, it } from "vitest";
import type { Score } from "@/lib/domain/case/case";
import type { CasePromise } from "@/lib/domain/case/case-promise";
import type { KnownFact } from "@/lib/domain/case/handoff-facts";
import { derive, turn } from "../test-spans";
import { evaluatorOf, findEvaluatorAnswer, type JudgedCase } from "./find-evaluator-answer";

const versions: Readonly<Record<string, number>> = { promises: 3, context_retention: 5 };

function judged(
  scores: readonly Score[],
  knowledge: JudgedCase["knowledge"] = { promises: [], handoffFacts: [] },
): JudgedCase {
  const derived = derive([turn(0, "customer", "Hi")], {}, () => scores);
  return { derived, knowledge, versionOf: (name) => versions[name] ?? NaN };
}

const quote = (message: number, start: number, end: number) => ({ message, start, end });

function promise(at: ReturnType<typeof quote>, rest: Partial<CasePromise> = {}): CasePromise {
  return {
    ...{ quote: at, interaction: 0, by: "ai", kind: "refund", what: "refund", madeUs: 0 },
    ...{ dueUs: null, dueWords: "", status: "open", because: "", evidence: null, settledUs: null },
    ...{ receptions: [], ...rest },
  };
}

function fact(given: ReturnType<typeof quote>, rest: Partial<KnownFact> = {}): KnownFact {
  return {
    kind: "detail",
    what: "x",
    given,
    by: "customer",
    after: "carried",
    seen: null,
    ...rest,
  };
}

function score(target: Score["target"], value: number, rest: Partial<Score> = {}): Score {
  const verdict = { status: "scored", value, because: "", evidence: [quote(0, 0, 2)] } as const;
  return { evaluator: "tone", version: 2, target, verdict, ...rest };
}

it("a label of a promise or a fact is of their evaluators, any other of the score's", () => {
  expect(evaluatorOf({ kind: "promise" }, "tone")).toBe("promises");
  expect(evaluatorOf({ kind: "fact" }, "tone")).toBe("context_retention");
  expect(evaluatorOf({ kind: "case" }, "tone")).toBe("tone");
});

describe("the answer for a score's place", () => {
  it("is the score of the same evaluator on the same target", () => {
    const scores = [
      score({ kind: "interaction", ordinal: 1 }, 0.1),
      score({ kind: "handoff", ordinal: 0 }, 0.2),
      score({ kind: "case" }, 0.3),
      score({ kind: "span", span: "t1/a" }, 0.4),
      score({ kind: "span", span: "t1/b" }, 0.5),
      score({ kind: "interaction", ordinal: 0 }, 0.6, { evaluator: "persona" }),
      score({ kind: "interaction", ordinal: 0 }, 0.7),
    ];
    const valueAt = (place: Score["target"], evaluator = "tone") =>
      findEvaluatorAnswer(judged(scores), place, evaluator)?.value;
    expect(valueAt({ kind: "interaction", ordinal: 0 })).toBe(0.7);
    expect(valueAt({ kind: "interaction", ordinal: 0 }, "persona")).toBe(0.6);
    expect(valueAt({ kind: "interaction", ordinal: 1 })).toBe(0.1);
    expect(valueAt({ kind: "handoff", ordinal: 0 })).toBe(0.2);
    expect(valueAt({ kind: "case" })).toBe(0.3);
    expect(valueAt({ kind: "span", span: "t1/b" })).toBe(0.5);
    expect(valueAt({ kind: "span", span: "t1/c" })).toBeUndefined();
    expect(valueAt({ kind: "message", ordinal: 0 })).toBeUndefined();
  });

  it("has a value and evidence where it was scored, and says what it is where not", () => {
    const at = { kind: "interaction", ordinal: 0 } as const;
    expect(findEvaluatorAnswer(judged([score(at, 0.7)]), at, "tone")).toEqual({
      ...{ evaluator: "tone", version: 2, says: "scored", value: 0.7, evidence: [quote(0, 0, 2)] },
    });
    const verdict = { status: "not-scorable", because: "", evidence: [quote(0, 0, 2)] } as const;
    expect(findEvaluatorAnswer(judged([score(at, 0, { verdict })]), at, "tone")).toEqual({
      ...{ evaluator: "tone", version: 2, says: "not-scorable", value: null, evidence: [] },
    });
  });

  it("is ours before an imported one of the same name", () => {
    const at = { kind: "case" } as const;
    const imported = score(at, 0.9, { version: "imported" });
    expect(findEvaluatorAnswer(judged([imported, score(at, 0.2)]), at, "tone")?.value).toBe(0.2);
    expect(findEvaluatorAnswer(judged([imported]), at, "tone")?.value).toBe(0.9);
  });
});

describe("the answer for a promise's place", () => {
  const at = (message: number, start: number, end: number) =>
    findEvaluatorAnswer(
      judged([], {
        promises: [
          promise(quote(1, 10, 20)),
          promise(quote(2, 0, 20), { status: "broken" }),
          promise(quote(2, 5, 12), { status: "kept", evidence: quote(4, 0, 3) }),
        ],
        handoffFacts: [],
      }),
      { kind: "promise", message, start, end },
      "tone",
    );

  it("is that of the promise with exactly its words, else of the first that overlaps", () => {
    expect(at(2, 5, 12)).toEqual({
      ...{ evaluator: "promises", version: 3, says: "kept", value: null },
      evidence: [quote(2, 5, 12), quote(4, 0, 3)],
    });
    expect(at(2, 5, 13)).toMatchObject({ says: "broken", evidence: [quote(2, 5, 13)] });
    expect(at(2, 0, 12)?.says).toBe("broken");
  });

  it("is none where there is none: in another message, or only beside its words", () => {
    expect(at(1, 10, 20)?.says).toBe("open");
    expect(at(1, 0, 11)?.says).toBe("open");
    expect(at(1, 19, 30)?.says).toBe("open");
    expect(at(1, 0, 10)?.says).toBe("none");
    expect(at(1, 20, 30)?.says).toBe("none");
    expect(at(3, 10, 20)?.says).toBe("none");
  });
});

it("the answer for a fact's place is its fate after that handoff", () => {
  const seen = quote(5, 0, 4);
  const handoffFacts = [
    { handoff: 0, facts: [fact(quote(0, 0, 5))], isOfAnotherAccount: false },
    {
      handoff: 1,
      facts: [fact(quote(0, 0, 5), { after: "lost", seen })],
      isOfAnotherAccount: false,
    },
  ];
  const at = (handoff: number) =>
    findEvaluatorAnswer(
      judged([], { promises: [], handoffFacts }),
      { kind: "fact", handoff, message: 0, start: 0, end: 5 },
      "tone",
    );
  expect(at(0)).toMatchObject({ says: "carried", evidence: [quote(0, 0, 5)] });
  expect(at(1)).toEqual({
    ...{ evaluator: "context_retention", version: 5, says: "lost", value: null },
    evidence: [quote(0, 0, 5), seen],
  });
  expect(at(2)?.says).toBe("none");
});

it("there is no answer for promises and facts until they are stored", () => {
  const unread = judged([], null);
  const words = { message: 0, start: 0, end: 5 };
  expect(findEvaluatorAnswer(unread, { kind: "promise", ...words }, "")).toBeNull();
  expect(findEvaluatorAnswer(unread, { kind: "fact", handoff: 0, ...words }, "")).toBeNull();
});
