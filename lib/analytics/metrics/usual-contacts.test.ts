import fc from "fast-check";
import { expect, it } from "vitest";
import { standardiseIndirectly } from "@/lib/stats/proportions/standardise";
import { sumsOf } from "@/lib/stats/sums";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { countsOf } from "../counts/counts";
import { figureOf } from "./figure-of";
import { findMetric } from "./metrics";

const dayUs = 86_400_000_000;
const [anyRow] = fc.sample(caseTableRows, { numRuns: 1, seed: 1 });

/** Cases of a kind, resolved a day after they were opened. */
function casesOf(caseType: string, day: number, touchpoints: readonly number[]) {
  if (anyRow === undefined) throw new Error("No case was drawn.");
  return touchpoints.map((each): Omit<CaseTableRow, "key"> => ({
    ...{ ...anyRow, caseType, touchpoints: each, mergedInto: null, hasTranscript: true },
    ...{ openedUs: day * dayUs, closedUs: (day + 1) * dayUs, closedFrom: "event" },
    ...{ matureUs: (day + 8) * dayUs, reopenedUs: null, repeatUs: null, evidence: "verified" },
  }));
}

const many = (count: number, touchpoints: number) =>
  Array.from({ length: count }, () => touchpoints);

it("contacts are compared with the mix of the first 90 days, whatever came after them", () => {
  const reference = [...casesOf("hard", 0, many(30, 4)), ...casesOf("easy", 20, many(50, 1))];
  const later = casesOf("easy", 120, many(500, 3));
  const own = [...casesOf("hard", 60, [6, 4, 5]), ...casesOf("easy", 61, many(30, 2))];
  const rows = [...reference, ...own, ...later].map((each, key) => ({
    ...each,
    ...{ key, customerId: `c${String(key)}` },
  }));
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, 200 * dayUs);
  const keys = Uint32Array.from(own, (_, at) => reference.length + at);
  const metric = findMetric("touchpoints_adjusted");
  const figure = metric === null ? null : figureOf(metric, countsOf(table, keys));
  const sums = (values: readonly number[]) => sumsOf(values);
  const standard = standardiseIndirectly([
    { own: sums([6, 4, 5]), all: sums([...many(30, 4), 6, 4, 5]) },
    { own: sums(many(30, 2)), all: sums([...many(50, 1), ...many(30, 2)]) },
  ]);
  if (figure?.unit !== "contacts") throw new Error("It counts contacts.");
  expect(figure.mean?.value).toBeCloseTo(standard?.adjusted.value ?? NaN, 10);
  expect(figure.per).toEqual({ count: 33, total: 75 });
});

it("too few cases of those days say nothing", () => {
  const rows = casesOf("hard", 0, many(19, 4)).map((each, key) => ({ ...each, key }));
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, 200 * dayUs);
  const metric = findMetric("touchpoints_adjusted");
  const keys = Uint32Array.from(rows, ({ key }) => key);
  const figure = metric === null ? null : figureOf(metric, countsOf(table, keys));
  expect(figure).toMatchObject({ of: 19, mean: null });
});
