import type { Interval } from "@/lib/stats/interval";
import { standardErrors } from "@/lib/stats/normal-quantile";
import { quantileInterval, quantileOf } from "@/lib/stats/quantile";
import type { Estimate } from "@/lib/stats/standardise";
import { meanOf, sumsOf, varianceOf } from "@/lib/stats/sums";
import { wilsonInterval } from "@/lib/stats/wilson-interval";
import type { CaseTable } from "../case-table/case-table";
import type { AmountMetric, Metric } from "./metric";
import { countParts, standingsInPart } from "./places";

/** How many cases a figure is about: those it counts, those that wait, those of which one does not know. */
export type FigureCases = {
  /** The denominator. */
  readonly of: number;
  readonly waiting: number;
  readonly unknown: number;
};

export type ShareFigure = FigureCases & {
  readonly unit: "share";
  readonly hits: number;
  /** Null where there is nothing to count. */
  readonly share: Estimate | null;
  /** What the share were if none, or all, of the unknown were hits; null where none are unknown. */
  readonly bounds: Interval | null;
};

export type AmountFigure = FigureCases & {
  readonly unit: AmountMetric["unit"];
  /** Null where too few cases have an amount. */
  readonly mean: Estimate | null;
  readonly median: number | null;
  readonly medianInterval: Interval | null;
  readonly p90: number | null;
};

export type Figure = ShareFigure | AmountFigure;

/** Cases by the number of their standing. One pass over the cases answers every metric. */
export function countStandings({ columns, standings }: CaseTable, keys: Uint32Array): Uint32Array {
  const counts = new Uint32Array(standings.values.length);
  const { standing } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const number = standing[keys[index] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

/**
 * A metric's figure over some cases, as of the instant that the table tells.
 * @param keys of the cases; `counts` of `countStandings` over the same
 */
export function figureOf(
  metric: Metric,
  table: CaseTable,
  keys: Uint32Array,
  counts: Uint32Array,
): Figure {
  const parts = countParts(table.standings, metric, counts);
  const { numerator: hits, denominator: of, waiting, unknown } = parts;
  const cases = { of, waiting, unknown };
  if (metric.unit !== "share") return amountFigure(metric, table, keys, cases);
  const interval = wilsonInterval(hits, of);
  const most = of + unknown;
  return {
    ...cases,
    unit: "share",
    hits,
    share: interval === null ? null : { value: hits / of, interval },
    bounds: unknown === 0 ? null : [hits / most, (hits + unknown) / most],
  };
}

function amountFigure(
  metric: AmountMetric,
  { columns, standings }: CaseTable,
  keys: Uint32Array,
  cases: FigureCases,
): AmountFigure {
  const counted = standingsInPart(standings, metric, "denominator");
  const amounts = new Float64Array(cases.of);
  let found = 0;
  for (const key of keys) {
    if (counted[columns.standing[key] ?? 0] !== true) continue;
    amounts[found] = metric.amount.of(columns, key);
    found += 1;
  }
  amounts.sort();
  const isEmpty = cases.of === 0;
  return {
    ...cases,
    unit: metric.unit,
    mean: meanEstimate(amounts),
    median: isEmpty ? null : quantileOf(amounts, 0.5),
    medianInterval: quantileInterval(amounts, 0.5),
    p90: isEmpty ? null : quantileOf(amounts, 0.9),
  };
}

function meanEstimate(amounts: Float64Array): Estimate | null {
  const sums = sumsOf(amounts);
  if (sums.count < 2) return null;
  const value = meanOf(sums);
  const reach = standardErrors(0.95) * Math.sqrt(varianceOf(sums) / sums.count);
  return { value, interval: [value - reach, value + reach] };
}
