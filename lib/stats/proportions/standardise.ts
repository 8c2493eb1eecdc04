import type { Interval } from "../interval";
import { standardErrors } from "../quantiles/normal-quantile";
import { meanOf, varianceOf, type Sums } from "../sums";

/** A figure with its 95 % interval. */
export type Estimate = { readonly value: number; readonly interval: Interval };

/** A unit's sums of one type of case, and those of all cases of the type. */
export type ReferredStratum = { readonly own: Sums; readonly all: Sums };

export type IndirectStandard = {
  /** The sum expected if each of the unit's cases had its type's mean. */
  readonly expected: number;
  /** Observed over expected: 1.08 is 8 % above what the unit's mix predicts. */
  readonly ratio: Estimate;
  /** The ratio times the overall mean. */
  readonly adjusted: Estimate;
};

/**
 * Indirect standardisation (Rothman, Greenland and Lash 2008, ch. 3): observed over expected, for one unit against
 * the whole. Ratios of two units are not comparable with each other, since their mixes weigh differently. The
 * reference is treated as fixed; the interval uses the variance within each type, so that counts need not be Poisson.
 * @returns null if the expected sum is 0
 */
export function standardiseIndirectly(strata: readonly ReferredStratum[]): IndirectStandard | null {
  const own = strata.filter(({ own: { count } }) => count > 0);
  const observed = total(own, (each) => each.own.sum);
  const expected = total(own, (each) => each.own.count * meanOf(each.all));
  if (!(expected > 0)) return null;
  const spread = total(own, (each) => each.own.count * varianceOf(each.own));
  const grand = total(strata, (each) => each.all.sum) / total(strata, (each) => each.all.count);
  const ratio = estimate(observed / expected, Math.sqrt(spread) / expected);
  return { expected, ratio, adjusted: scaled(ratio, grand) };
}

/** A unit's sums of one type of case, and the type's weight in the standard mix. */
export type WeighedStratum = { readonly own: Sums; readonly weight: number };

/** Minimum number of cases for a type's mean. */
const stratumMin = 10;

/**
 * Direct standardisation: the unit's mean under the standard mix; comparable between units.
 * @param weights of any sum; a type of weight 0 is left out
 * @returns null if the unit has fewer than ten cases of any type in the standard
 */
export function standardiseDirectly(strata: readonly WeighedStratum[]): Estimate | null {
  const weighed = strata.filter(({ weight }) => weight > 0);
  if (weighed.length === 0 || weighed.some(({ own }) => own.count < stratumMin)) return null;
  const weights = total(weighed, ({ weight }) => weight);
  const mean = total(weighed, ({ own, weight }) => weight * meanOf(own)) / weights;
  const spread = total(weighed, ({ own, weight }) => (weight ** 2 * varianceOf(own)) / own.count);
  return estimate(mean, Math.sqrt(spread) / weights);
}

function estimate(value: number, error: number): Estimate {
  const reach = standardErrors(0.95) * error;
  return { value, interval: [value - reach, value + reach] };
}

function scaled({ value, interval: [low, high] }: Estimate, by: number): Estimate {
  return { value: value * by, interval: [low * by, high * by] };
}

function total<T>(all: readonly T[], of: (each: T) => number): number {
  return all.reduce((sum, each) => sum + of(each), 0);
}
