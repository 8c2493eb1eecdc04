import fc from "fast-check";
import { expect, it, vi } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import {
  rounded,
  rowsWithChildren,
  selected,
  sorted,
  stepUs,
  stretches,
  tableSteps,
  allFigures,
} from "@/lib/testing/cases/table-steps";
import { createCaseTable, putCases, advanceAsOf, type CaseTable } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { countFacets, facetsOf } from "../facets/count-facets";
import { comparePair } from "../compare/compare-pair";
import { comparedMetrics } from "../compare/compared-metrics";
import { figureOf } from "../metrics/figure-of";
import type { AmountMetric } from "../metrics/metric";
import { findMetric } from "../metrics/metrics";
import { runs } from "@/lib/testing/runs";
import { listedCases, type CaseSet } from "./case-set";
import { casesOpenedIn } from "./cases-by-day";
import { countsOfSet } from "./counts";
import { codeCounts } from "./code-counts";
import { openedBetween } from "./opened-between";

it("days merged equal their cases together, whatever changed since days were read", () => {
  fc.assert(
    fc.property(tableSteps, fc.array(stretches, { minLength: 1, maxLength: 3 }), (all, some) => {
      const table = createCaseTable();
      for (const [at, step] of all.entries()) {
        step(table, () => true);
        const stretch = some[at % some.length] ?? null;
        const selection = selected(table, stretch);
        const startsUs = [0, 2, 7, 9].map((each) => (stretch?.fromUs ?? 0) + each * stepUs);
        const { asOfUs } = table;
        const byDay = casesOpenedIn(table, stretch);
        const weeks = startsUs
          .slice(1)
          .map((toUs, week) => casesOpenedIn(table, { fromUs: startsUs[week] ?? 0, toUs }));
        const every = selected(table, null).keys;
        const listed = openedBetween(table, every, startsUs).map((keys) =>
          listedCases(table, keys),
        );
        expect(allFigures(byDay, weeks, asOfUs)).toEqual(
          allFigures(listedCases(table, selection.keys), listed, asOfUs),
        );
        expect(sorted(facetsOf(byDay))).toEqual(sorted(countFacets(table, selection)));
      }
    }),
    { numRuns: runs(60) },
  );
});

const dayUs = 86_400_000_000;
const [anyRow] = fc.sample(rowsWithChildren, { numRuns: 1, seed: 1 });

/** Cases of some customers, opened one a quarter of a day; each is resolved after hours, and old enough a week later. */
function tableOfMany(count: number): CaseTable {
  if (anyRow === undefined) throw new Error("No case was drawn.");
  const random = seededRandom(5);
  const table = createCaseTable();
  putCases(
    table,
    Array.from({ length: count }, (_, key): CaseTableRow => {
      const openedUs = (key * dayUs) / 16;
      const customer = random.below(count / 6);
      const closedUs = openedUs + (1 + (customer % 9) + random.below(9)) * 3_600_000_000;
      return {
        ...{ ...anyRow, key, openedUs, closedUs, customerId: `c${String(customer)}` },
        ...{ closedFrom: "event", evidence: "verified", mergedInto: null, hasTranscript: true },
        ...{ reopenedUs: null, repeatUs: null, matureUs: closedUs + 7 * dayUs, touchpoints: 2 },
      };
    }),
  );
  return table;
}

const contacts = metricOf("touchpoints_per_case");

function metricOf(id: string): AmountMetric {
  const metric = findMetric(id);
  if (metric === null || metric.unit === "share" || metric.unit === "ratio") {
    throw new Error(`${id} is no amount.`);
  }
  return metric;
}

it("has the same spread of thousands of amounts, with the same interval", () => {
  const table = tableOfMany(8192);
  advanceAsOf(table, 600 * dayUs);
  const listed = listedCases(table, selected(table, null).keys);
  for (const id of ["time_to_resolution", "requester_wait", "touchpoints_per_case"]) {
    const byDay = figureOf(metricOf(id), countsOfSet(casesOpenedIn(table, null)));
    expect(byDay.of).toBe(8192);
    expect(rounded(byDay)).toEqual(rounded(figureOf(metricOf(id), countsOfSet(listed))));
  }
});

it("counts what became old enough since it was read last, whatever else was read", () => {
  const table = tableOfMany(10);
  advanceAsOf(table, dayUs);
  expect(casesOpenedIn(table, null).amounts(contacts).sums.count).toBe(0);
  advanceAsOf(table, 30 * dayUs);
  expect(casesOpenedIn(table, null).amounts(contacts).sums.count).toBe(10);
});

it("counts anew where time went back and forth", () => {
  const table = tableOfMany(40);
  // As pages remember them.
  const known = new Map<string, CaseSet>();
  const cases = (asOfUs: number) => {
    advanceAsOf(table, asOfUs);
    casesOpenedIn(table, null);
    const key = [table.version, table.sinceUs, table.due.nextUs].join(" ");
    const found = known.get(key) ?? casesOpenedIn(table, null);
    known.set(key, found);
    return found;
  };
  const counts = (set: CaseSet) => set.read(codeCounts("cases"));
  cases(8 * dayUs);
  cases(30 * dayUs);
  counts(cases(8 * dayUs));
  const byDay = counts(cases(30 * dayUs));
  const listed = listedCases(table, selected(table, null).keys);
  expect([...byDay]).toEqual([...counts(listed)]);
});

it("compares two versions alike after a region came that none of their cases has", () => {
  if (anyRow === undefined) throw new Error("No case was drawn.");
  const row = (key: number, region: string, day: number): CaseTableRow => ({
    ...{ ...anyRow, key, region, customerId: `c${String(key)}`, openedUs: day * dayUs },
    ...{ releases: [key % 2 === 0 ? "r1" : "r2"], mergedInto: null, touchpoints: 1 + (key % 3) },
    caseType: key % 5 < 2 ? "refund" : "outage",
    ...{
      closedUs: day * dayUs + 1,
      closedFrom: "event",
      evidence: "verified",
      hasTranscript: true,
    },
    ...{ reopenedUs: null, repeatUs: null, matureUs: (day + 7) * dayUs },
  });
  const table = createCaseTable();
  const regions = ["", "EU", "US"];
  putCases(
    table,
    Array.from({ length: 200 }, (_, key) => row(key, regions[key % 3] ?? "", key % 4)),
  );
  const stretch = { fromUs: 0, toUs: 4 * dayUs };
  const compare = (cases: CaseSet) =>
    rounded(comparePair(cases, { kind: "release", pair: ["r1", "r2"] }, comparedMetrics));
  advanceAsOf(table, 8 * dayUs);
  compare(casesOpenedIn(table, stretch));
  putCases(table, [row(999, "APAC", 20)]);
  advanceAsOf(table, 40 * dayUs);
  const listed = listedCases(table, selected(table, stretch).keys);
  expect(compare(casesOpenedIn(table, stretch))).toEqual(compare(listed));
});

it("is one for the server's start and its pages, which are bundled apart", async () => {
  const [one, other] = fc.sample(rowsWithChildren, { numRuns: 2, seed: 1 });
  const table = createCaseTable();
  putCases(table, one === undefined ? [] : [{ ...one, key: 1 }]);
  expect(casesOpenedIn(table, null).count).toBe(1);
  putCases(table, other === undefined ? [] : [{ ...other, key: 2 }]);
  vi.resetModules();
  const apart = await import("./cases-by-day");
  expect(apart.casesOpenedIn(table, null).count).toBe(2);
  expect(casesOpenedIn(table, null).count).toBe(2);
});
