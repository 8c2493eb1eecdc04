import type { Interval } from "../interval";
import { standardErrors } from "./normal-quantile";

/**
 * The value below which a share of the values lies, between two of them where it falls there (Hyndman
 * and Fan 1996, type 7).
 * @param sorted ascending
 * @returns NaN of nothing
 */
export function quantileOf(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const low = sorted[Math.floor(at)] ?? NaN;
  const high = sorted[Math.ceil(at)] ?? NaN;
  return between([low, high], at);
}

/** How some amounts are spread; NaN, or null, of nothing. */
export type Spread = {
  readonly median: number;
  /** See `quantileInterval`. */
  readonly medianInterval: Interval | null;
  readonly p90: number;
};

/**
 * Reads the spread of amounts without ordering them all.
 * @param count of the amounts
 * @param inOrder the values that they would have at some positions in ascending order
 * @param independentOf as how many independent amounts they tell where their middle is, which is given
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

/** What lies between the values before and after a position, or is both. */
function between([low, high]: Interval, at: number): number {
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

/**
 * The interval of a quantile at 95 %, whatever the values' distribution: from one of the values to
 * another, by how many of a sample chance puts below it (Conover 1999, section 3.2).
 * @param sorted ascending
 * @param independent as how many independent values they tell
 * @returns null where so few values hold no such interval
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

/** Either may lie outside the values. */
function intervalPositions(
  count: number,
  share: number,
  independent: number,
): readonly [number, number] {
  const reach = standardErrors(0.95) * count * Math.sqrt((share * (1 - share)) / independent);
  return [Math.floor(count * share - reach) - 1, Math.ceil(count * share + reach)];
}
