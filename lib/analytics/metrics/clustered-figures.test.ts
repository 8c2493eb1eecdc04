import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { caseTableRows } from "@/lib/testing/cases/case-table-rows";
import { childRows } from "@/lib/testing/child-rows";
import { isWholeTier, runs } from "@/lib/testing/runs";
import { seededRandom } from "@/lib/testing/seeded-random";
import { createCaseTable, putCases, advanceAsOf } from "../case-table/case-table";
import type { CaseTableRow } from "../case-table/case-table-row";
import { countsOf } from "../counts/counts";
import { figureOf } from "./figure-of";
import { findMetric, metrics } from "./metrics";
import { codesIn } from "./places";
import { dimensionGroupOf, entityOf, childTableOf } from "../facets/dimension-groups";
import { placesInSubset } from "./places-in-subset";
import type { Metric } from "./metric";

const row = fc.tuple(caseTableRows, childRows).map(([each, children]): CaseTableRow => ({
  ...each,
  ...children,
  customerId: [null, "ann", "bea"][each.key % 3] ?? null,
}));
const cases = fc.uniqueArray(row, { selector: ({ key }) => key, maxLength: 12 });

function countsOfRows(rows: readonly CaseTableRow[], asOfUs: number) {
  const table = createCaseTable();
  putCases(table, rows);
  advanceAsOf(table, asOfUs);
  return countsOf(table, Uint32Array.from(rows, ({ key }) => key).sort());
}

function metricOf(id: string): Metric {
  const metric = findMetric(id);
  if (metric === null) throw new Error(`There is no metric ${id}.`);
  return metric;
}

describe("what one customer has together", () => {
  it.each(metrics.filter(({ unit }) => unit === "share").map(({ id }) => id))("%s", (id) => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 0, max: 12 }), (rows, day) => {
        const metric = metricOf(id);
        const counts = countsOfRows(rows, day * 86_400_000_000);
        const { table } = counts;
        const isHit = codesIn(table, metric, "numerator");
        const own = new Map<string, { y: number; x: number }>();
        const { codes } = dimensionGroupOf(table, metric.counts);
        const { of } = figureOf(metric, counts);
        for (const place of placesInSubset(
          table,
          metric,
          "denominator",
          counts.places(entityOf[metric.counts]),
          new Uint32Array(of + 1),
        )) {
          const key = childTableOf(table, metric.counts)?.caseKey[place] ?? place;
          const name = rows.find((each) => each.key === key)?.customerId ?? String(key);
          const { y, x } = own.get(name) ?? { y: 0, x: 0 };
          own.set(name, { y: y + (isHit[codes[place] ?? 0] ?? 0), x: x + 1 });
        }
        const sum = (of: (each: { y: number; x: number }) => number) =>
          [...own.values()].reduce((all, each) => all + of(each), 0);
        expect(figureOf(metric, counts)).toMatchObject({
          sums: {
            ...{ hits: sum(({ y }) => y), of: sum(({ x }) => x) },
            hitsSquared: sum(({ y }) => y * y),
            product: sum(({ x, y }) => x * y),
            ofSquared: sum(({ x }) => x * x),
          },
        });
      }),
      { numRuns: runs(40) },
    );
  });
});

const dayUs = 86_400_000_000;
const [anyRow] = fc.sample(caseTableRows, { numRuns: 1, seed: 1 });

/** 60 customers with 1 to 6 cases; each needs its own sort of contacts, and so many days. */
function drawCases(random: ReturnType<typeof seededRandom>): readonly CaseTableRow[] {
  if (anyRow === undefined) throw new Error("No case was drawn.");
  return Array.from({ length: 60 }, (_, customer) => {
    const isHard = random.below(2) === 1;
    return Array.from({ length: 1 + random.below(6) }, (): CaseTableRow => {
      const isOften = random.below(10) < (isHard ? 9 : 2);
      return {
        ...{
          ...anyRow,
          customerId: `c${String(customer)}`,
          mergedInto: null,
          evidence: "verified",
        },
        ...{
          openedUs: 0,
          closedFrom: "event",
          reopenedUs: null,
          repeatUs: null,
          hasTranscript: true,
        },
        ...{ closedUs: (isOften ? 4 : 1) * dayUs + random.below(dayUs), matureUs: 8 * dayUs },
        touchpoints: isOften ? 3 : 1,
      };
    });
  })
    .flat()
    .map((each, key) => ({ ...each, key }));
}

/** Cases of customers of their own, resolved, of so many contacts each. */
function casesOfContacts(contacts: readonly number[]): readonly CaseTableRow[] {
  const [row] = drawCases(seededRandom(1));
  if (row === undefined) throw new Error("No case was drawn.");
  return contacts.map((touchpoints, key) => ({
    ...row,
    ...{ key, touchpoints, customerId: `c${String(key)}` },
  }));
}

describe("the interval of contacts per case", () => {
  const intervalOf = (contacts: readonly number[]) => {
    const counts = countsOfRows(casesOfContacts(contacts), 9 * dayUs);
    const figure = figureOf(metricOf("touchpoints_per_case"), counts);
    return figure.unit === "contacts" ? figure.mean?.interval : null;
  };

  it("does not go below the one contact that each case has at least, however few and unlike they are", () => {
    expect(intervalOf([1, 1, 1, 9])?.[0]).toBe(1);
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 2 }), (contacts) => {
        const [low = NaN, high = NaN] = intervalOf(contacts) ?? [];
        const mean = contacts.reduce((sum, each) => sum + each, 0) / contacts.length;
        expect(low).toBeGreaterThanOrEqual(1);
        expect(low).toBeLessThanOrEqual(mean);
        expect(high).toBeGreaterThanOrEqual(mean);
      }),
    );
  });

  it("leaves out cases without a recorded contact, which are not of none", () => {
    expect(intervalOf([0, 1, 1, 5])).toEqual(intervalOf([1, 1, 5]));
  });
});

describe("intervals of customers with several cases", () => {
  it("hold the true share, mean and median about 19 times in 20", () => {
    const random = seededRandom(11);
    const held = { share: 0, mean: 0, median: 0 };
    const samples = runs(600);
    const isIn = ([low, high]: readonly [number, number], value: number) =>
      Number(low <= value && value <= high);
    for (let run = 0; run < samples; run += 1) {
      const counts = countsOfRows(drawCases(random), 9 * dayUs);
      const share = figureOf(metricOf("one_contact_resolution"), counts);
      const mean = figureOf(metricOf("touchpoints_per_case"), counts);
      const time = figureOf(metricOf("time_to_resolution"), counts);
      if (share.unit === "share") held.share += isIn(share.share?.interval ?? [1, 0], 0.45);
      if (mean.unit === "contacts") held.mean += isIn(mean.mean?.interval ?? [1, 0], 2.1);
      // 45 % take up to two days and the others from four days on: 5/55 of these less than the median.
      if (time.unit === "microseconds") {
        held.median += isIn(time.medianInterval ?? [1, 0], (4 + 5 / 55) * dayUs);
      }
    }
    for (const [name, count] of Object.entries(held)) {
      expect(count / samples, name).toBeGreaterThan(isWholeTier ? 0.925 : 0.9);
      expect(count / samples, name).toBeLessThan(isWholeTier ? 0.98 : 0.995);
    }
  });
});
