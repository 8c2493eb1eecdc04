import fc from "fast-check";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { caseExtent } from "@/lib/analytics/select/case-extent";
import {
  putCases,
  removeCases,
  applyResolutionPolicy,
  applyCostRates,
  advanceAsOf,
  type CaseTable,
} from "@/lib/analytics/case-table/case-table";
import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { selectCases, type Selection } from "@/lib/analytics/select/select-cases";
import { comparePair } from "@/lib/analytics/compare/compare-pair";
import { comparedMetrics } from "@/lib/analytics/compare/compared-metrics";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { shownFigures } from "@/lib/analytics/outcomes/overview-figures";
import type { CaseSet } from "@/lib/analytics/counts/case-set";
import type { Stretch } from "@/lib/analytics/counts/cases-by-day";
import { countsOfSet } from "@/lib/analytics/counts/counts";
import { weeklyFigures } from "@/lib/analytics/outcomes/weekly-figures";
import { caseTableRows } from "./case-table-rows";
import { childRows } from "../child-rows";

/** A third of a day, so that cases of one day open at different times. */
export const stepUs = 28_800_000_000;
const moved = (at: number | null) => (at === null ? null : at * stepUs);
/** Arbitrary cases with few keys, customers and regions, with their children. */
export const rowsWithChildren: fc.Arbitrary<CaseTableRow> = fc
  .tuple(
    ...([caseTableRows, childRows] as const),
    ...([fc.nat({ max: 5 }), fc.constantFrom(null, "EU", "US", "")] as const),
  )
  .map(([row, children, customer, region]) => ({
    ...{ ...row, ...children, region },
    customerId: customer === 0 ? null : `c${String(customer)}`,
    ...{ openedUs: moved(row.openedUs), lastContactUs: moved(row.lastContactUs) },
    ...{ closedUs: moved(row.closedUs), reopenedUs: moved(row.reopenedUs) },
    ...{ matureUs: moved(row.matureUs), repeatUs: moved(row.repeatUs) },
    ...{ containedUs: moved(row.containedUs), secondContactUs: moved(row.secondContactUs) },
    ...{ slaDueUs: moved(row.slaDueUs), slaRiskUs: moved(row.slaRiskUs) },
    ...{ slaPausedUs: moved(row.slaPausedUs), slaStoppedUs: moved(row.slaStoppedUs) },
  }));

/**
 * An operation on a table.
 * @param isKept whether a case is in it at all
 */
type Step = (table: CaseTable, isKept: (row: CaseTableRow) => boolean) => void;
const instant = fc.nat({ max: 40 }).map((at) => at * stepUs);
/** Operations on a table: cases are added, changed and removed, time advances or goes back, settings change. */
export const tableSteps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    fc.array(rowsWithChildren, { maxLength: 12 }).map((all): Step => (table, isKept) => {
      // A row given twice has the last value.
      const last = new Map(all.map((row) => [row.key, row]));
      const kept = all.filter((row) => isKept(last.get(row.key) ?? row));
      const others = all.filter((row) => !kept.includes(row));
      removeCases(
        table,
        others.map(({ key }) => key),
      );
      putCases(table, kept);
    }),
    fc.array(fc.nat({ max: 30 }), { maxLength: 4 }).map((keys): Step => (table) => {
      removeCases(table, keys);
    }),
    instant.map((asOfUs): Step => (table) => {
      advanceAsOf(table, asOfUs);
    }),
    fc.subarray(["refund", "outage"]).map((types): Step => (table) => {
      applyResolutionPolicy(table, new Set(types));
    }),
    fc.option(fc.nat({ max: 9 })).map((rate): Step => (table) => {
      const { costRates } = defaultSettings;
      applyCostRates(table, rate === null ? null : { ...costRates, perAiTouchpoint: rate });
    }),
  ),
  { minLength: 1, maxLength: 8 },
);
/** A period of opening times; null: all time. */
export const stretches = fc.option(
  fc.tuple(instant, instant).map(([one, other]) => ({
    fromUs: Math.min(one, other),
    toUs: Math.max(one, other) + 1,
  })),
  { freq: 3 },
);

/**
 * Sums in another order differ in the last digits.
 * @param without names to leave out
 */
export function rounded(value: unknown, without: readonly string[] = []): unknown {
  return JSON.parse(
    JSON.stringify(value, (key, each: unknown) => {
      if (without.includes(key)) return undefined;
      if (each instanceof Map) return [...each];
      if (ArrayBuffer.isView(each)) return Array.from(each as Uint32Array);
      if (typeof each !== "number") return each;
      return Number.isFinite(each) ? Number(each.toPrecision(9)) : String(each);
    }),
  );
}

/**
 * Every figure of some cases, their reach, and a comparison of two versions.
 * @param asOfUs of their table
 */
export function allFigures(cases: CaseSet, weeks: readonly CaseSet[], asOfUs: number): unknown {
  const counts = countsOfSet(cases);
  const pair = ["core@v1", "core@v2"] as const;
  return rounded({
    count: cases.count,
    keys: cases.places("cases").toSorted(),
    figures: metrics.map((metric) => figureOf(metric, counts)),
    shown: shownFigures(cases, {
      metrics: metrics.map(({ id }) => id),
      breakdowns: [
        { metric: "case_resolution_rate", facet: "path" },
        { metric: "sla_attainment", facet: "release", isNamed: true },
      ],
    }),
    weeks: weeklyFigures(weeks, metrics),
    compared: comparePair(cases, { kind: "prompt", pair }, comparedMetrics),
    extent: caseExtent(cases, asOfUs + stepUs),
  });
}

/** All cases of a table that opened in a period. */
export function selected(table: CaseTable, period: Stretch | null): Selection {
  const { facets, metric } = defaultCasesQuery;
  return selectCases(table, { facets, metric, period, matches: null });
}

/** Facet values in order of names. */
export function sorted(facets: FacetCounts): unknown {
  return Object.entries(facets).map(([name, counts]) => [
    name,
    counts.toSorted((one, other) => (one.value < other.value ? -1 : 1)),
  ]);
}
