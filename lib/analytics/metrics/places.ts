import { dimensionGroupOf, type Counted } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { Coding } from "../case-table/coding";
import type { Metric, MetricOf, MetricSubset, Predicate } from "./metric";

/** The subset of a code: `rest` is in the denominator and not in the numerator. */
const place = { outside: 0, numerator: 1, rest: 2, waiting: 3, unknown: 4 } as const;

const subsetsOf: readonly (readonly MetricSubset[])[] = [
  [],
  ["numerator", "denominator"],
  ["denominator"],
  ["waiting"],
  ["unknown"],
];

/** Number of things by code of a dimension group, computed on first use. */
export type CodeCounts = (thing: Counted) => Uint32Array;

/** By code: 1 in a subset of a metric, else 0. */
export function codesIn(table: CaseTable, metric: Metric, subset: MetricSubset): Uint8Array {
  const found = subsetsFor(table, metric);
  const isInSubset = Uint8Array.from(subsetsOf, (subsets) => Number(subsets.includes(subset)));
  return (found.subsets[subset] ??= found.places.map((each) => isInSubset[each] ?? 0));
}

/** The size of each subset of a metric. */
export function countSubsets(
  table: CaseTable,
  metric: Metric,
  counts: CodeCounts,
): Readonly<Record<MetricSubset, number>> {
  const byCode = counts(metric.counts);
  const sums = new Uint32Array(subsetsOf.length);
  const { places } = subsetsFor(table, metric);
  for (let number = 0; number < places.length; number += 1) {
    const each = places[number] ?? 0;
    sums[each] = (sums[each] ?? 0) + (byCode[number] ?? 0);
  }
  const [, numerator = 0, rest = 0, waiting = 0, unknown = 0] = sums;
  return { numerator, denominator: numerator + rest, waiting, unknown };
}

/**
 * How much of a metric's denominator an evaluator decides.
 * @param of the size of the denominator
 * @returns null where no evaluator alone decides any
 */
export function countDecided<Thing extends Counted>(
  table: CaseTable,
  { counts: thing, denominator, restsOn }: MetricOf<Thing>,
  of: number,
  counts: CodeCounts,
): number | null {
  if (restsOn === null) return null;
  const { decides } = restsOn;
  if (decides === "all") return of;
  if ("whyNot" in decides) return null;
  const byCode = counts(thing);
  return dimensionGroupOf(table, thing).combinations.values.reduce((sum, values, number) => {
    const isDecided = denominator.is(values) && decides.is(values);
    return isDecided ? sum + (byCode[number] ?? 0) : sum;
  }, 0);
}

function subsetsFor<Thing extends Counted>(table: CaseTable, metric: MetricOf<Thing>): Subsets {
  return findSubsets(dimensionGroupOf(table, metric.counts).combinations, metric);
}

/** The predicates of any metric. */
type Predicates<Values> = {
  readonly numerator?: Predicate<Values>;
  readonly per?: Predicate<Values> | null;
  readonly denominator: Predicate<Values>;
  readonly waiting: Predicate<Values> | null;
  readonly unknown: Predicate<Values> | null;
};

/** A metric's predicates evaluated, by code. */
type Subsets = {
  readonly places: Uint8Array;
  /** Computed from the places on first use. */
  readonly subsets: Partial<Record<MetricSubset, Uint8Array>>;
};
/** By combinations, then by metric. Each is evaluated once: combinations are only ever appended. */
const known = new WeakMap<object, Map<object, Subsets>>();

function findSubsets<Values>({ values }: Coding<Values>, metric: Predicates<Values>): Subsets {
  const ofMetrics = known.get(values) ?? new Map<object, Subsets>();
  known.set(values, ofMetrics);
  const before = ofMetrics.get(metric);
  if (before?.places.length === values.length) return before;
  const places = new Uint8Array(values.length);
  places.set(before?.places ?? []);
  for (let number = before?.places.length ?? 0; number < values.length; number += 1) {
    const own = values[number];
    if (own !== undefined) places[number] = metricPlace(metric, own);
  }
  const found = { places, subsets: {} };
  ofMetrics.set(metric, found);
  return found;
}

function metricPlace<Values>(metric: Predicates<Values>, values: Values): number {
  if (metric.denominator.is(values)) {
    const counted = metric.numerator ?? metric.per;
    return counted?.is(values) === true ? place.numerator : place.rest;
  }
  if (metric.waiting?.is(values) === true) return place.waiting;
  return metric.unknown?.is(values) === true ? place.unknown : place.outside;
}
