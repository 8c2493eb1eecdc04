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

it("does not call a promise kept that nobody knew of and that had to be promised again", () => {
  const promises = promiseItems([keptAs("known"), keptAs("denied")], derived, firstUs + 100);
  expect(promises.map(({ tone, stateWords }) => [tone, stateWords])).toEqual([
    ["pass", "kept"],
    ["warn", "promised again"],
  ]);
  expect(promisesWords(promises)).toBe("1 kept, 1 promised again");
});

it("calls a promise late that was kept after its time, and says once what cannot be checked", () => {
  const late: CasePromise = {
    ...keptAs("known"),
    status: "late",
    settledUs: firstUs + 3_600_000_010,
  };
  const unseen: CasePromise = { ...late, kind: "refund", status: "open", settledUs: null };
  const promises = promiseItems(
    [late, { ...late, ...{ receptions: keptAs("denied").receptions } }, unseen],
    derived,
    firstUs + 7_200_000_000,
  );
  expect(promises.map(({ tone, stateWords }) => [tone, stateWords])).toEqual([
    ["fail", "1 h late"],
    ["warn", "promised again, 1 h late"],
    ["none", "cannot be checked"],
  ]);
  expect(promisesWords(promises)).toMatch(/^1 late, 1 .*checked, 1 promised again$/u);
});
