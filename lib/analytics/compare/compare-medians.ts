import { differenceOfEstimates } from "@/lib/stats/difference-of-estimates";
import { orderStatistics } from "@/lib/stats/quantiles/order-statistics";
import { spreadOf, type Spread } from "@/lib/stats/quantiles/quantile";
import type { ArmCases } from "./arm-cases";
import { stratify, type AdjustedArms, type ArmComparison, type ArmEstimate } from "./compare-arms";
import type { Stratum } from "./strata-of";

/** With fewer customers of an arm in a stratum there is no interval. */
const groupsMin = 8;

/**
 * Compares two arms by medians: each stratum's medians weigh n₁n₂∕(n₁ + n₂) in both, as means do. The interval of a
 * stratum's median is widened by customers with several values (Woodruff 1952; Kish 1965), those of strata and arms
 * are joined by the method of variance estimates recovery (Zou and Donner 2008).
 * @param values one entry per case, see `Measure`
 */
export function compareMedians(cases: ArmCases, values: Float64Array): ArmComparison {
  const { stratumOf, compared, rest } = stratify(cases, values);
  const [a, b] = mediansOf(cases, values, (place) => place & 1, 2);
  const cellOf = (place: number) => {
    const stratum = stratumOf[place >> 1] ?? -1;
    return stratum < 0 ? -1 : 2 * stratum + (place & 1);
  };
  const strata = mediansOf(cases, values, cellOf, 2 * compared.length);
  return {
    ...rest,
    crude: a == null || b == null ? null : differenceOf(a, b),
    adjusted: adjustedOf(compared, strata),
  };
}

/** The medians of values by cell, null of an empty one. @param cellOf a place's cell; below 0: none; the arm is its lowest bit */
function mediansOf(
  { places, groups: { ofCase } }: ArmCases,
  values: Float64Array,
  cellOf: (place: number) => number,
  cells: number,
): readonly (ArmEstimate | null)[] {
  const ends = new Uint32Array(cells + 1);
  const own = Int32Array.from(places, (place, at) =>
    Number.isNaN(values[at] ?? NaN) ? -1 : cellOf(place),
  );
  for (const cell of own) if (cell >= 0) ends[cell + 1] = (ends[cell + 1] ?? 0) + 1;
  for (let cell = 0; cell < cells; cell += 1)
    ends[cell + 1] = (ends[cell + 1] ?? 0) + (ends[cell] ?? 0);
  const size = ends[cells] ?? 0;
  const [amounts, groups] = [new Float64Array(size), new Uint8Array(size)];
  const next = ends.slice();
  for (let at = 0; at < own.length; at += 1) {
    const cell = own[at] ?? -1;
    if (cell < 0) continue;
    const to = next[cell] ?? 0;
    next[cell] = to + 1;
    amounts[to] = values[at] ?? NaN;
    groups[to] = ofCase[at] ?? 0;
  }
  return Array.from({ length: cells }, (_, cell) => {
    const [from, to] = [ends[cell], ends[cell + 1]];
    return from === to ? null : medianOf(amounts.subarray(from, to), groups.subarray(from, to));
  });
}

function medianOf(amounts: Float64Array, groups: Uint8Array): ArmEstimate {
  const { median, medianInterval }: Spread = spreadOf(
    amounts.length,
    (positions) => orderStatistics(amounts, positions),
    (middle) => independent(amounts, groups, middle),
  );
  return { value: median, interval: new Set(groups).size < groupsMin ? null : medianInterval };
}

/** The effective sample size at the median: values of one group of customers are below it together. */
function independent(amounts: Float64Array, groups: Uint8Array, middle: number): number {
  const sums = new Float64Array(256);
  for (let at = 0; at < amounts.length; at += 1) {
    const group = groups[at] ?? 0;
    sums[group] = (sums[group] ?? 0) + ((amounts[at] ?? NaN) <= middle ? 0.5 : -0.5);
  }
  const squares = sums.reduce((sum, each) => sum + each * each, 0);
  return amounts.length / Math.max(1, squares / (0.25 * amounts.length));
}

/** `b − a`. */
function differenceOf(a: ArmEstimate, b: ArmEstimate): ArmEstimate {
  if (a.interval === null || b.interval === null) {
    return { value: b.value - a.value, interval: null };
  }
  return differenceOfEstimates(
    { value: b.value, interval: b.interval },
    { value: a.value, interval: a.interval },
  );
}

/** @param medians by stratum, of both arms in turn */
function adjustedOf(
  strata: readonly Stratum[],
  medians: readonly (ArmEstimate | null)[],
): AdjustedArms | null {
  if (strata.length === 0) return null;
  const weights = strata.map(({ a, b }) => (a.count * b.count) / (a.count + b.count));
  const ofArm = (arm: 0 | 1) =>
    weighedMean(
      weights,
      strata.map((_, at) => medians[2 * at + arm] ?? null),
    );
  const [a, b] = [ofArm(0), ofArm(1)];
  return a === null || b === null ? null : { a, b, difference: differenceOf(a, b) };
}

function weighedMean(
  weights: readonly number[],
  medians: readonly (ArmEstimate | null)[],
): ArmEstimate | null {
  const all = weights.reduce((sum, each) => sum + each, 0);
  let [value, low, high] = [0, 0, 0];
  for (const [at, median] of medians.entries()) {
    if (median === null) return null;
    const share = (weights[at] ?? 0) / all;
    value += share * median.value;
    const [from, to] = median.interval ?? [NaN, NaN];
    low += (share * (median.value - from)) ** 2;
    high += (share * (to - median.value)) ** 2;
  }
  const isKnown = !Number.isNaN(low + high);
  return { value, interval: isKnown ? [value - Math.sqrt(low), value + Math.sqrt(high)] : null };
}
