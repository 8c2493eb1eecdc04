import type { Interval } from "../interval";
import { standardErrors } from "./normal-quantile";

/**
 * A quantile with linear interpolation (Hyndman and Fan 1996, type 7).
 * @param sorted ascending
 * @returns NaN of nothing
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return between([low, high], at);
}

/** Quartiles and extremes of some amounts; NaN, or null, for none. */
export type Spread = {
  readonly median: number;
  /** See `quantileInterval`. */
  readonly medianInterval: Interval | null;
  readonly p90: number;
};

/**
 * Computes the spread without sorting.
 * @param count number of amounts
 * @param inOrder the order statistics at some positions
 * @param independentOf the effective sample size at the median, given the median
 */
export function spreadOf(
  count: number,
  inOrder: (positions: readonly number[]) => readonly (number | undefined)[],
  independentOf: (middle: number) => number,
): Spread {
  const [middle, high] = [0.5 * (count - 1), 0.9 * (count - 1)];
  const beside = (at: number) => [Math.floor(at), Math.ceil(at)];
  const [one = NaN, two = NaN] = inOrder(beside(middle));
  const median = between([one, two], middle);
  const around = intervalPositions(count, 0.5, independentOf(median));
  const [three = NaN, four = NaN, from, to] = inOrder([...beside(high), ...around]);
  return {
    median,
    medianInterval: from === undefined || to === undefined ? null : [from, to],
    p90: between([three, four], high),
  };
}

/** Interpolates between the values before and after a position. */
function between([low, high]: Interval, at: number): number {
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

/**
 * Distribution-free 95 % interval of a quantile: between two order statistics, by the binomial distribution (Conover
 * 1999, section 3.2).
 * @param sorted ascending
 * @param independent the effective sample size
 * @returns null if there are too few values
 */
export function quantileInterval(
  sorted: ArrayLike<number>,
  share: number,
  independent: number = sorted.length,
): Interval | null {
  const [from, to] = intervalPositions(sorted.length, share, independent);
  const [low, high] = [sorted[from], sorted[to]];
  return low === undefined || high === undefined ? null : [low, high];
}

/** Either may be out of range. */
function intervalPositions(
  count: number,
  share: number,
  independent: number,
): readonly [number, number] {
  const reach = standardErrors(0.95) * count * Math.sqrt((share * (1 - share)) / independent);
  return [Math.floor(count * share - reach) - 1, Math.ceil(count * share + reach)];
}
