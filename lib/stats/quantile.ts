import type { Interval } from "./interval";
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
  return low === high ? low : low + (high - low) * (at - Math.floor(at));
}

/**
 * The interval of a quantile at 95 %, whatever the values' distribution: from one of the values to
 * another, by how many of a sample chance puts below it (Conover 1999, section 3.2).
 * @param sorted ascending
 * @returns null where so few values hold no such interval
 */
export function quantileInterval(sorted: ArrayLike<number>, share: number): Interval | null {
  const count = sorted.length;
  const reach = standardErrors(0.95) * Math.sqrt(count * share * (1 - share));
  const low = sorted[Math.floor(count * share - reach) - 1];
  const high = sorted[Math.ceil(count * share + reach)];
  return low === undefined || high === undefined ? null : [low, high];
}
