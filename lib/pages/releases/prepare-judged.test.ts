import { expect, it } from "vitest";
import { gateRules } from "@/lib/domain/gate/verdict";
import { makeRecord } from "@/lib/gate/record";
import { sha256 } from "@/lib/store/sha256";
import { gateInput } from "@/lib/testing/gate-input";
import { outcomeRows, resolvedFirst } from "@/lib/testing/gate-rows";
import { prepareJudged } from "./prepare-judged";

type Given = Parameters<typeof gateInput>[0];

const judged = (given: Given) =>
  prepareJudged({
    record: makeRecord(gateInput(given), sha256),
    differing: [],
    parts: [],
    common: [],
  });
const resolved = (count: number) => outcomeRows(resolvedFirst(count));

it("answers first, with how far from the bar, and draws the share beside bar and baseline", () => {
  const { answer, attempt, decided, gauge } = judged({
    candidate: resolved(150),
    baseline: resolved(160),
  });
  expect(answer).toMatch(/^No, .*blocked/u);
  expect(attempt).toBe("attempt 1");
  expect(decided).toMatch(/75% .*below .*78%.* 6 more cases /u);
  expect(gauge).toMatchObject({
    tone: "fail",
    value: { at: 75, words: "75%" },
    baseline: { at: 80, words: "v14 80%" },
  });
  expect(gauge?.scale.reference).toEqual({ at: 78, words: "bar 78%" });
  expect(gauge?.label).toMatch(/^75% .*; bar 78%; v14 80%$/u);
});

it("says what a pass is worth, and when there is no answer", () => {
  expect(judged({ candidate: resolved(170) }).answer).toMatch(/^Yes, .*not proven/u);
  const strict = "minimum: 0.78\nnot_proven: block";
  expect(judged({ candidate: resolved(170), policy: strict }).answer).toMatch(
    /^Not yet, .*not proven/u,
  );
  const half = resolvedFirst(200).map((each, at) => (at < 100 ? null : each));
  const invalid = judged({ candidate: outcomeRows(half) });
  expect(invalid.answer).toMatch(/^No answer, .*invalid/u);
  expect(judged({ candidate: outcomeRows(half.map(() => null)) }).gauge).toBeNull();
});

it("lists the rules that are not met first, and counts the others", () => {
  const { rules } = judged({ candidate: resolved(140), baseline: resolved(170) });
  expect(rules.title).toMatch(/^2 of .* block$/u);
  expect(rules.open.map(({ name, isDeciding }) => [name, isDeciding])).toEqual([
    ["Minimum", true],
    ["Regression", false],
    ["Proof", false],
  ]);
  expect(rules.open.length + rules.rest.length).toBe(gateRules.length);
  expect(rules.restWords).toMatch(
    new RegExp(`^${String(gateRules.length - 7)} .* met, 4 not`, "u"),
  );
});
