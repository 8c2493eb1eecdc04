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

/** The figure of an amount. @param hits how many it is told of each of, where that is not each */
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
    currency: metric.unit === "money" ? (table.rates?.currency ?? null) : null,
  };
}

/**
 * The sum of the amounts of all, told of each of them, of each of some or of each expected: a ratio, with the interval that
 * its linearised variance between customers gives (Cochran 1977, Sampling Techniques, 6.4 and 9A.2).
 * @returns null of fewer than two customers, and where an amount is not known
 */
function ratioOfSums(
  metric: AmountMetric,
  counts: Counts,
  { sums: all }: Amounts,
): Estimate | null {
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
  return { value, interval: [Math.max(0, value - reach), value + reach] };
}

/** The sums of what the amounts are told of each of, of its squares, and of its products with the amounts. */
function sumBases(
  metric: AmountMetric,
  counts: Counts,
  all: Sums,
  readBases: ReadAmounts | null,
): { readonly bases: number; readonly product: number; readonly baseSquares: number } {
  if (readBases === null) return { bases: all.count, product: all.sum, baseSquares: all.count };
  // What is usual depends on all cases, so that this is read of each of them again.
  const { places, values } = placedAmounts(metric, counts, counts.byCode(metric.counts));
  const own = new Float64Array(places.length);
  readBases(places, own);
  const { sum: bases, squares: baseSquares } = sumsOf(own);
  let product = 0;
  for (let at = 0; at < own.length; at += 1) product += (values[at] ?? NaN) * (own[at] ?? NaN);
  return { bases, product, baseSquares };
}

/** What the amounts are told of each of: reads how much of that is at places; null: one at each. */
function basesOf(metric: AmountMetric, table: CaseTable): ReadAmounts | null {
  if (metric.expected !== null) return metric.expected.of(table);
  if (metric.per === null) return null;
  const isBase = codesIn(table, metric, "numerator");
  const { codes } = dimensionGroupOf(table, metric.counts);
  return readEach((place) => isBase[codes[place] ?? 0] ?? 0);
}

/**
 * As how many independent amounts these tell where their middle is: by how alike one customer's are in
 * being below it (Woodruff 1952, Confidence intervals for medians; Kish's design effect, 1965).
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

/** The amounts of customers with several things, customer by customer. */
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

/** Where those of a sample stand in the table. */
function placesOf(
  metric: AmountMetric,
  { sample }: Counts,
  { positions }: BelongingTogether,
): Uint32Array {
  const places = sample.places(entityOf[metric.counts]);
  return positions.map((position) => places[position] ?? 0);
}

/**
 * What the residuals of one customer's together square to beyond what they square to alone, over all
 * customers, and how many things there are beyond one a customer.
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
