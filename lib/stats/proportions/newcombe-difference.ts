import type { Interval } from "../interval";
import { wilsonInterval } from "./wilson-interval";

export type Proportion = { readonly hits: number; readonly of: number };

export type Difference = { readonly value: number; readonly interval: Interval };

/**
 * Difference of two independent proportions, `one − other`: the hybrid score interval of Newcombe (1998, Statistics
 * in Medicine 17: 873–890, method 10) from the two Wilson intervals.
 * @returns null if either total is 0
 */
export function newcombeDifference(
  one: Proportion,
  other: Proportion,
  level = 0.95,
): Difference | null {
  return combine(one, other, 0, level);
}

/** Paired outcomes: both good, only one of the two, or neither. */
export type PairedCounts = {
  readonly both: number;
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
};

/**
 * Difference of two paired proportions, `second − first` (Newcombe 1998, Statistics in Medicine 17: 2635–2650,
 * method 10): as for independent ones, minus the pairs' correlation φ, continuity-corrected if positive.
 * @returns null without pairs
 */
export function newcombePairedDifference(pairs: PairedCounts, level = 0.95): Difference | null {
  const { both, onlyFirst, onlySecond, neither } = pairs;
  const of = both + onlyFirst + onlySecond + neither;
  const second = { hits: both + onlySecond, of };
  const first = { hits: both + onlyFirst, of };
  return combine(second, first, phi(pairs), level);
}

function phi({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  const margins =
    (both + onlyFirst) * (onlySecond + neither) * (both + onlySecond) * (onlyFirst + neither);
  if (margins === 0) return 0;
  const alike = both * neither - onlyFirst * onlySecond;
  const half = (both + onlyFirst + onlySecond + neither) / 2;
  return (alike > 0 ? Math.max(0, alike - half) : alike) / Math.sqrt(margins);
}

function combine(
  one: Proportion,
  other: Proportion,
  correlation: number,
  level: number,
): Difference | null {
  const ofOne = wilsonInterval(one.hits, one.of, level);
  const ofOther = wilsonInterval(other.hits, other.of, level);
  if (ofOne === null || ofOther === null) return null;
  const [p, q] = [one.hits / one.of, other.hits / other.of];
  const reach = (a: number, b: number) =>
    Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
  const value = p - q;
  const low = value - reach(p - ofOne[0], ofOther[1] - q);
  const high = value + reach(ofOne[1] - p, q - ofOther[0]);
  return { value, interval: [low, high] };
}
