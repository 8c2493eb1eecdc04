import { expect, it } from "vitest";
import type { CasePromise, PromiseReception } from "@/lib/domain/case/case-promise";
import { derivedCase, derivedInteraction, firstUs } from "@/lib/testing/derived-case";
import { promisesWords, promiseItems } from "./promise-items";

const derived = derivedCase({
  interactions: [0, 1].map((ordinal) => derivedInteraction({ ordinal })),
});
const keptAs = (reception: PromiseReception["reception"]): CasePromise => ({
  quote: { message: 0, start: 0, end: 1 },
  interaction: 0,
  by: "ai",
  kind: "credit",
  what: "credit of $40",
  madeUs: firstUs,
  dueUs: firstUs + 10,
  dueWords: "",
  status: "kept",
  because: "",
  evidence: null,
  settledUs: firstUs + 5,
  receptions: [{ interaction: 1, reception, quote: null }],
});

it("does not call a promise kept that nobody knew of and that had to be granted again", () => {
  const promises = promiseItems([keptAs("known"), keptAs("denied")], derived, firstUs + 100);
  expect(promises.map(({ tone, stateWords }) => [tone, stateWords])).toEqual([
    ["pass", "kept"],
    ["warn", "granted again"],
  ]);
  expect(promisesWords(promises)).toBe("1 kept, 1 granted again");
});
