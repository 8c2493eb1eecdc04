import { standardErrors } from "@/lib/stats/quantiles/normal-quantile";
import type { Estimate } from "@/lib/stats/proportions/standardise";
import { sumsOf, type Sums } from "@/lib/stats/sums";
import { dimensionGroupOf, entityOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { placedAmounts, spreadOfAmounts, type Amounts } from "../counts/amounts";
import { subsetTogether, type BelongingTogether } from "../counts/belonging-together";
import type { Counts } from "../counts/counts";
import type { AmountFigure, FigureCases } from "./figure";
import type { AmountMetric } from "./metric";
import { codesIn } from "./places";
import { readEach, type ReadAmounts } from "./read-amounts";

/** The figure of an amount. @param hits the count of its `per`, where the mean is not per counted thing */
export function amountFigure(
  metric: AmountMetric,
  counts: Counts,
  cases: FigureCases,
  hits: number,
): AmountFigure {
  const { table } = counts;
  const amounts = counts.amounts(metric);
  const mean = metric.average === "mean" ? ratioOfSums(metric, counts, amounts) : null;
  const isOfEach = metric.per === null && metric.expected === null;
  const count = metric.per === null ? cases.of : hits;
  const { median, medianInterval, p90 } = spreadOfAmounts(amounts, (middle) =>
    independentAmounts(metric, counts, { count: amounts.sums.count, middle }),
  );
  const isEmpty = cases.of === 0;
  return {
    ...{ ...cases, unit: metric.unit, mean, medianInterval },
    per: isOfEach ? null : { count, total: amounts.sums.sum },
    median: isEmpty ? null : median,
    p90: isEmpty ? null : p90,
    currency: currencyOf(metric.unit, table),
  };
}

function currencyOf(unit: AmountMetric["unit"], { rates }: CaseTable): string | null {
  if (unit === "dollars") return "USD";
  return unit === "money" ? (rates?.currency ?? null) : null;
}

/**
 * The sum of the amounts per counted thing, per `per` or per expected: a ratio, with the interval of its linearised
 * variance between customers (Cochran 1977, Sampling Techniques, 6.4 and 9A.2).
 * @returns null of fewer than two customers, and where an amount is unknown
 */
function ratioOfSums(metric: AmountMetric, counts: Counts, amounts: Amounts): Estimate | null {
  const { sums: all } = amounts;
  const readBases = basesOf(metric, counts.table);
  const { bases, product, baseSquares } = sumBases(metric, counts, all, readBases);
  const value = all.sum / bases;
  const alone = all.squares - 2 * value * product + value * value * baseSquares;
  const some = togetherOf(metric, counts);
  const ownBases = new Float64Array(some.values.length).fill(1);
  readBases?.(placesOf(metric, counts, some), ownBases);
  const { apart, extra } = squaredTogether(
    some,
    some.values.map((amount, at) => amount - value * (ownBases[at] ?? NaN)),
  );
  const customers = all.count - extra;
  if (!(bases > 0) || customers < 2 || Number.isNaN(all.sum)) return null;
  const variance = (customers / (customers - 1)) * Math.max(0, alone + apart);
  const reach = (standardErrors(0.95) * Math.sqrt(variance)) / bases;
  return { value, interval: [Math.max(leastMean(metric), value - reach), value + reach] };
}

/** What no mean of such amounts can be below: the one contact that each counted case has at least; else 0. */
function leastMean({ unit, per, expected }: AmountMetric): number {
  return unit === "contacts" && per === null && expected === null ? 1 : 0;
}

/** Sums of the mean's base, of its squares, and of its products with the amounts. */
function sumBases(
  metric: AmountMetric,
  counts: Counts,
  all: Sums,
  readBases: ReadAmounts | null,
): { readonly bases: number; readonly product: number; readonly baseSquares: number } {
  if (readBases === null) return { bases: all.count, product: all.sum, baseSquares: all.count };
  // Expected values depend on all cases, so this is computed of each of them again.
  const { places, values } = placedAmounts(metric, counts, counts.byCode(metric.counts));
  const own = new Float64Array(places.length);
  readBases(places, own);
  const { sum: bases, squares: baseSquares } = sumsOf(own);
  let product = 0;
  for (let at = 0; at < own.length; at += 1) product += (values[at] ?? NaN) * (own[at] ?? NaN);
  return { bases, product, baseSquares };
}

/** The base of the mean: reads its values at places; null: one at each. */
function basesOf(metric: AmountMetric, table: CaseTable): ReadAmounts | null {
  if (metric.expected !== null) return metric.expected.of(table);
  if (metric.per === null) return null;
  const isBase = codesIn(table, metric, "numerator");
  const { codes } = dimensionGroupOf(table, metric.counts);
  return readEach((place) => isBase[codes[place] ?? 0] ?? 0);
}

/**
 * Effective sample size at the median: from the intra-customer correlation of being below it (Woodruff 1952,
 * Confidence intervals for medians; Kish's design effect, 1965).
 */
function independentAmounts(
  metric: AmountMetric,
  counts: Counts,
  { count, middle }: { readonly count: number; readonly middle: number },
): number {
  const some = togetherOf(metric, counts);
  const { apart } = squaredTogether(
    some,
    some.values.map((amount) => Number(amount <= middle) - 0.5),
  );
  return count / Math.max(1, 1 + apart / (count * 0.25));
}

/** Amounts of customers with several things, customer by customer. */
type AmountsTogether = BelongingTogether & { readonly values: Float64Array };

function togetherOf(metric: AmountMetric, { table, sample }: Counts): AmountsTogether {
  const found = subsetTogether(sample.together(entityOf[metric.counts]), {
    codes: sample.codes(metric.counts),
    isInSubset: codesIn(table, metric, "denominator"),
  });
  const amounts = sample.amounts(metric);
  const values = new Float64Array(found.positions.length);
  for (let at = 0; at < values.length; at += 1) {
    values[at] = amounts[found.positions[at] ?? 0] ?? NaN;
  }
  return { ...found, values };
}

/** The sampled positions in the table. */
function placesOf(
  metric: AmountMetric,
  { sample }: Counts,
  { positions }: BelongingTogether,
): Uint32Array {
  const places = sample.places(entityOf[metric.counts]);
  return positions.map((position) => places[position] ?? 0);
}

/**
 * Squared sums of residuals per customer minus sums of squared residuals, and the number of things beyond one per
 * customer.
 */
function squaredTogether(
  { starts, weight }: BelongingTogether,
  residuals: Float64Array,
): { readonly apart: number; readonly extra: number } {
  let [apart, extra] = [0, 0];
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const [from, end] = [starts[customer] ?? 0, starts[customer + 1] ?? 0];
    let sum = 0;
    for (let at = from; at < end; at += 1) {
      const residual = residuals[at] ?? NaN;
      apart += 2 * residual * sum;
      sum += residual;
    }
    extra += Math.max(0, end - from - 1);
  }
  return { apart: weight * apart, extra: weight * extra };
}
