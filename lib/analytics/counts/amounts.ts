import { orderStatistics } from "@/lib/stats/quantiles/order-statistics";
import { orderStatisticsOfRuns } from "@/lib/stats/quantiles/order-statistics-of-runs";
import { spreadOf, type Spread } from "@/lib/stats/quantiles/quantile";
import { addSums, sumsOf, type Sums } from "@/lib/stats/sums";
import { entityOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { AmountMetric } from "../metrics/metric";
import { countSubsets } from "../metrics/places";
import { placesInSubset } from "../metrics/places-in-subset";
import { once, type Aggregate, type CaseList } from "./aggregate";
import { codeCounts } from "./code-counts";

/** A metric's amount at each place of its denominator. */
export type PlacedAmounts = { readonly places: Uint32Array; readonly values: Float64Array };

/** Buffers for the amounts of one metric at a time: allocating a million costs as much as filling them. */
type Room = PlacedAmounts & {
  readonly placesOf: CaseList["places"];
  readonly byCode: Uint32Array;
  readonly metric: AmountMetric;
  readonly read: PlacedAmounts;
};
const rooms = new WeakMap<CaseTable, Room>();
const growth = 1.25;

/**
 * Reads a metric's amounts; valid until those of other cases or of another metric are read.
 * @param byCode counts by code; where it is the same array, so are the amounts
 */
export function placedAmounts(
  metric: AmountMetric,
  { table, places: placesOf }: Pick<CaseList, "table" | "places">,
  byCode: Uint32Array,
): PlacedAmounts {
  const last = rooms.get(table);
  const isSame = last?.placesOf === placesOf && last.byCode === byCode;
  if (isSame && last.metric === metric) return last.read;
  const { denominator: count } = countSubsets(table, metric, () => byCode);
  const isLargeEnough = last !== undefined && last.values.length > count;
  const size = Math.ceil((count + 1) * growth);
  const room = isLargeEnough
    ? { places: last.places, values: last.values }
    : { places: new Uint32Array(size), values: new Float64Array(size) };
  const all = placesOf(entityOf[metric.counts]);
  const isAll = all.length === count;
  const places = isAll ? all : placesInSubset(table, metric, "denominator", all, room.places);
  const values = room.values.subarray(0, count);
  metric.amount.of(table)(places, values);
  const read = { places, values };
  rooms.set(table, { ...room, placesOf, byCode, metric, read });
  return read;
}

/** Amounts, in whatever order. */
export type Amounts = {
  readonly sums: Sums;
  /** In one list or several. */
  readonly runs: readonly Float64Array[];
  /** Whether each list is in ascending order, NaN last. */
  readonly areSorted: boolean;
};

/** Amounts as read, in a shared buffer. */
export function amountsAsRead(values: Float64Array): Amounts {
  return { sums: sumsOf(values), runs: [values], areSorted: false };
}

/** The same in memory of their own, each list ascending. */
export function keptAmounts({ sums, runs }: Amounts): Amounts {
  return { sums, runs: runs.map((run) => run.slice().sort()), areSorted: true };
}

/** A metric's amounts, in memory of their own. */
export const allAmounts = once((metric: AmountMetric): Aggregate<Amounts> => ({
  name: `amounts of ${metric.id}`,
  dependsOn: metric.unit === "money" ? [metric.counts, "rates"] : [metric.counts],
  isReadByWeek: true,
  of: (cases) => {
    const byCode = codeCounts(metric.counts).of(cases);
    return amountsAsRead(placedAmounts(metric, cases, byCode).values);
  },
  keep: keptAmounts,
  merge: (_table, results) => joinAmounts(results),
}));

/** Merges amounts of disjoint cases. @param results kept ones */
export function joinAmounts(results: readonly Amounts[]): Amounts {
  const counted = results.filter(({ sums }) => sums.count > 0);
  return {
    sums: addSums(counted.map(({ sums }) => sums)),
    runs: counted.flatMap(({ runs }) => runs),
    areSorted: true,
  };
}

/**
 * The quantiles of amounts.
 * @param independentOf the number of independent amounts (effective sample size), given the median
 */
export function spreadOfAmounts(
  { sums: { count }, runs, areSorted }: Amounts,
  independentOf: (middle: number) => number = () => count,
): Spread {
  const inOrder = areSorted ? inOrderOfRuns(runs) : inOrderOf(runs[0] ?? new Float64Array(0));
  return spreadOf(count, inOrder, independentOf);
}

type InOrder = (positions: readonly number[]) => readonly (number | undefined)[];

function inOrderOf(values: Float64Array): InOrder {
  return (positions) => orderStatistics(values, positions);
}

/** Cache of order statistics of kept amounts, which never change. */
const found = new WeakMap<Amounts["runs"], Map<string, ReturnType<InOrder>>>();

/** Lists of positions kept per entry: the median's, and those of its interval. */
const foundMax = 2;

function inOrderOfRuns(runs: Amounts["runs"]): InOrder {
  const known = found.get(runs) ?? new Map<string, ReturnType<InOrder>>();
  found.set(runs, known);
  return (positions) => {
    const key = positions.join(" ");
    const before = known.get(key);
    if (before !== undefined) return before;
    if (known.size >= foundMax) known.clear();
    const values = orderStatisticsOfRuns(runs, positions);
    known.set(key, values);
    return values;
  };
}
