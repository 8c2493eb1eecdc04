import type { Interval } from "../interval";
import { wilsonInterval } from "./wilson-interval";

/** How often something was so, out of how many. */
export type Proportion = { readonly hits: number; readonly of: number };

/** A difference, one minus other, with what it may be. */
export type Difference = { readonly value: number; readonly interval: Interval };

/**
 * The difference of two independent proportions, `one − other`: the hybrid score interval of Newcombe
 * (1998, Statistics in Medicine 17: 873–890, method 10), made of the two Wilson intervals.
 * @returns null where either has nothing to count
 */
export function newcombeDifference(
  one: Proportion,
  other: Proportion,
  level = 0.95,
): Difference | null {
  return combine(one, other, 0, level);
}

/** The same things judged twice: how often both were good, one of the two, or neither. */
export type PairedCounts = {
  readonly both: number;
  /** Good the first time only. */
  readonly onlyFirst: number;
  readonly onlySecond: number;
  readonly neither: number;
};

/**
 * The difference of two proportions of the same things, `second − first` (Newcombe 1998, Statistics in
 * Medicine 17: 2635–2650, method 10): as for independent ones, less the pairs' correlation φ, which is
 * corrected for continuity where it is positive.
 * @returns null where there are no pairs
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
