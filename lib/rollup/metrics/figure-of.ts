import type { Interval } from "@/lib/stats/interval";
import { standardErrors } from "@/lib/stats/normal-quantile";
import { spreadOf } from "@/lib/stats/quantile";
import type { Estimate } from "@/lib/stats/standardise";
import { meanOf, sumsOf, varianceOf } from "@/lib/stats/sums";
import { wilsonInterval } from "@/lib/stats/wilson-interval";
import type { CaseTable } from "../case-table/case-table";
import type { PartTable } from "../case-table/part-table";
import type { AmountMetric, Counted, Metric } from "./metric";
import { countParts, standingsInPart, type StandingCounts } from "./places";
import { placesInPart } from "./places-in-part";

/** How many a figure is about: those it counts, those that wait, those of which one does not know. */
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
  /** Of what the mean is told, where that is not each that is counted: how many, and what all came to. */
  readonly per: { readonly count: number; readonly total: number } | null;
  /** ISO 4217; null where it is no money, or nobody said what things cost. */
  readonly currency: string | null;
};

export type Figure = ShareFigure | AmountFigure;

/** Cases and their parts by the number of their standing. One pass over a thing answers every metric of it. */
export function countStandings(table: CaseTable, keys: Uint32Array): StandingCounts {
  const known = new Map<Counted, Uint32Array>();
  return (thing) => {
    const counts =
      known.get(thing) ??
      (thing === "cases"
        ? countCaseStandings(table, keys)
        : countPartStandings(table[thing], keys));
    known.set(thing, counts);
    return counts;
  };
}

function countCaseStandings({ columns, standings }: CaseTable, keys: Uint32Array): Uint32Array {
  const counts = new Uint32Array(standings.values.length);
  const { standing } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const number = standing[keys[index] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

function countPartStandings(
  { first, count, standing, standings }: PartTable,
  keys: Uint32Array,
): Uint32Array {
  const counts = new Uint32Array(standings.values.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (count[key] ?? 0);
    for (let place = from; place < end; place += 1) {
      const number = standing[place] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
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
  counts: StandingCounts,
): Figure {
  const parts = countParts(table, metric, counts);
  const { numerator: hits, denominator: of, waiting, unknown } = parts;
  const cases = { of, waiting, unknown };
  if (metric.unit !== "share") {
    const figure = amountFigure(metric, table, keys, cases);
    return metric.per === null ? figure : perOther(figure, metric, table, keys, hits);
  }
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
  table: CaseTable,
  keys: Uint32Array,
  cases: FigureCases,
): AmountFigure {
  const places = placesInPart(table, metric, "denominator", keys, cases.of);
  const amounts = amountsOf(metric, table, places);
  const mean = meanEstimate(amounts);
  const { median, medianInterval, p90 } = spreadOf(amounts);
  const isEmpty = cases.of === 0;
  return {
    ...{ ...cases, unit: metric.unit, mean, medianInterval },
    median: isEmpty ? null : median,
    p90: isEmpty ? null : p90,
    per: null,
    currency: metric.unit === "money" ? (table.rates?.currency ?? null) : null,
  };
}

function amountsOf({ amount }: AmountMetric, table: CaseTable, places: Uint32Array): Float64Array {
  const amounts = new Float64Array(places.length);
  for (let index = 0; index < places.length; index += 1) {
    amounts[index] = amount.of(table, places[index] ?? 0);
  }
  return amounts;
}

/**
 * The sum of the amounts of all, told of each of some: a ratio, with the interval that its linearised
 * variance gives (Cochran 1977, Sampling Techniques, 6.4).
 * @param count of those it is told of
 */
function perOther(
  figure: AmountFigure,
  metric: AmountMetric,
  table: CaseTable,
  keys: Uint32Array,
  count: number,
): AmountFigure {
  const places = placesInPart(table, metric, "denominator", keys, figure.of);
  const amounts = amountsOf(metric, table, places);
  const total = sumsOf(amounts).sum;
  const told = { ...figure, mean: null, per: { count, total } };
  if (count === 0 || figure.of < 2 || Number.isNaN(total)) return told;
  const value = total / count;
  const isCounted = standingsInPart(table, metric, "numerator");
  const { standing } = metric.counts === "cases" ? table.columns : table[metric.counts];
  let squares = 0;
  for (let index = 0; index < places.length; index += 1) {
    const counted = isCounted[standing[places[index] ?? 0] ?? 0] ?? 0;
    squares += ((amounts[index] ?? NaN) - value * counted) ** 2;
  }
  const variance = (figure.of / (figure.of - 1)) * squares;
  const reach = (standardErrors(0.95) * Math.sqrt(variance)) / count;
  return { ...told, mean: { value, interval: [Math.max(0, value - reach), value + reach] } };
}

function meanEstimate(amounts: Float64Array): Estimate | null {
  const sums = sumsOf(amounts);
  if (sums.count < 2) return null;
  const value = meanOf(sums);
  const reach = standardErrors(0.95) * Math.sqrt(varianceOf(sums) / sums.count);
  return { value, interval: [value - reach, value + reach] };
}
