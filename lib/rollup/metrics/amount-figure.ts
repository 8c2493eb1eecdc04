import { standardErrors } from "@/lib/stats/normal-quantile";
import { spreadOf } from "@/lib/stats/quantile";
import type { Estimate } from "@/lib/stats/standardise";
import { sumsOf } from "@/lib/stats/sums";
import { aspectOf, listedAs } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { visitTogether } from "./belonging-together";
import type { Counts } from "./counts";
import type { AmountFigure, FigureCases } from "./figure";
import type { AmountMetric } from "./metric";
import { standingsInPart } from "./places";

/** The figure of an amount. @param hits how many it is told of each of, where that is not each */
export function amountFigure(
  metric: AmountMetric,
  counts: Counts,
  cases: FigureCases,
  hits: number,
): AmountFigure {
  const { table } = counts;
  const { places, values: amounts } = counts.amounts(metric);
  const mean = metric.told === "mean" ? ratioOfSums(metric, counts, places, amounts) : null;
  const { sum: total } = sumsOf(amounts);
  const isOfEach = metric.per === null && metric.expected === null;
  const count = metric.per === null ? cases.of : hits;
  const { median, medianInterval, p90 } = spreadOf(
    amounts,
    independentAmounts(metric, counts, amounts),
  );
  const isEmpty = cases.of === 0;
  return {
    ...{ ...cases, unit: metric.unit, mean, medianInterval },
    per: isOfEach ? null : { count, total },
    median: isEmpty ? null : median,
    p90: isEmpty ? null : p90,
    currency: metric.unit === "money" ? (table.rates?.currency ?? null) : null,
  };
}

/**
 * The sum of the amounts of all, told of each of them, of each of some or of each expected: a ratio, with the interval that
 * its linearised variance between customers gives (Cochran 1977, Sampling Techniques, 6.4 and 9A.2).
 * @param places of the amounts
 * @returns null of fewer than two customers, and where an amount is not known
 */
function ratioOfSums(
  metric: AmountMetric,
  counts: Counts,
  places: Uint32Array,
  amounts: Float64Array,
): Estimate | null {
  const { table } = counts;
  const baseOf = basesOf(metric, table);
  const { standing } = aspectOf(table, metric.counts);
  let [total, bases, squares, product, baseSquares] = [0, 0, 0, 0, 0];
  for (let index = 0; index < places.length; index += 1) {
    const amount = amounts[index] ?? NaN;
    const place = places[index] ?? 0;
    const base = baseOf(place, standing[place] ?? 0);
    total += amount;
    bases += base;
    squares += amount * amount;
    product += amount * base;
    baseSquares += base * base;
  }
  const value = total / bases;
  const alone = squares - 2 * value * product + value * value * baseSquares;
  const { apart, extra } = togetherOf(metric, counts, (amount, place) => {
    return amount - value * baseOf(place, standing[place] ?? 0);
  });
  const customers = amounts.length - extra;
  if (!(bases > 0) || customers < 2 || Number.isNaN(total)) return null;
  const variance = (customers / (customers - 1)) * Math.max(0, alone + apart);
  const reach = (standardErrors(0.95) * Math.sqrt(variance)) / bases;
  return { value, interval: [Math.max(0, value - reach), value + reach] };
}

/** What the amounts are told of each of: how much of that is at a place. */
function basesOf(
  metric: AmountMetric,
  table: CaseTable,
): (place: number, standing: number) => number {
  if (metric.expected !== null) return metric.expected.of(table);
  const isBase = standingsInPart(table, metric, metric.per === null ? "denominator" : "numerator");
  return (_, standing) => isBase[standing] ?? 0;
}

/** So many of the amounts tell where about their middle is. */
const toldMax = 4096;

/**
 * As how many independent amounts these tell where their middle is: by how alike one customer's are in
 * being below it (Woodruff 1952, Confidence intervals for medians; Kish's design effect, 1965).
 */
function independentAmounts(metric: AmountMetric, counts: Counts, amounts: Float64Array): number {
  const step = Math.ceil(amounts.length / toldMax);
  const some = Float64Array.from(
    { length: Math.min(toldMax, amounts.length) },
    (_, at) => amounts[(at * step) % amounts.length] ?? NaN,
  ).sort();
  const middle = some[some.length >> 1] ?? NaN;
  const { apart } = togetherOf(metric, counts, (amount) => Number(amount <= middle) - 0.5);
  return amounts.length / Math.max(1, 1 + apart / (amounts.length * 0.25));
}

/**
 * What the residuals of one customer's together square to beyond what they square to alone, over all
 * customers, and how many things there are beyond one a customer.
 */
function togetherOf(
  metric: AmountMetric,
  { table, together }: Counts,
  residualOf: (amount: number, place: number) => number,
): { readonly apart: number; readonly extra: number } {
  const found = together(listedAs[metric.counts]);
  const { standing } = aspectOf(table, metric.counts);
  const amountOf = metric.amount.of(table);
  let [apart, extra, sum, count] = [0, 0, 0, 0];
  visitTogether(
    found,
    { standing, isInPart: standingsInPart(table, metric, "denominator") },
    (place) => {
      const residual = residualOf(amountOf(place), place);
      apart += 2 * residual * sum;
      sum += residual;
      extra += Math.min(1, count);
      count += 1;
    },
    () => {
      [sum, count] = [0, 0];
    },
  );
  return { apart: found.weight * apart, extra: found.weight * extra };
}
