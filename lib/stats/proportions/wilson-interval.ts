import { cutTo, type Interval } from "../interval";
import { standardErrors } from "../quantiles/normal-quantile";

/**
 * Wilson's score interval of a proportion (Wilson 1927), two-sided.
 * @param hits from 0 to `of`
 * @param level a one-sided 95 % bound is the end of the two-sided 90 % interval
 * @returns null if `of` is 0
 */
export function wilsonInterval(hits: number, of: number, level = 0.95): Interval | null {
  if (of === 0) return null;
  const z = standardErrors(level);
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  // At the ends the formula gives exactly 0 and 1; floating point leaves a rounding error.
  const low = hits === 0 ? 0 : (middle - half) / scale;
  const high = hits === of ? 1 : (middle + half) / scale;
  return cutTo([low, high], 0, 1);
}
