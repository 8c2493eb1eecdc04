import { cutTo, type Interval } from "../interval";
import type { Proportion } from "../proportions/newcombe-difference";
import { chiSquareQuantile } from "../special-functions";

/** Units at each end whose distance counts as that of the next one. */
const winsorised = 0.1;

/**
 * By how much units vary more about a target than chance alone lets them: φ, the mean of the squared
 * standard scores with the outermost tenth at each end drawn in (Spiegelhalter 2005, Statistics in
 * Medicine 24: 1185–1202). 1 where the excess is within what 95 % of such sets show by chance.
 * @param target above 0 and below 1
 */
export function overdispersion(units: readonly Proportion[], target: number): number {
  const scores = units
    .filter(({ of }) => of > 0)
    .map(({ hits, of }) => (hits / of - target) / Math.sqrt((target * (1 - target)) / of))
    .sort((a, b) => a - b);
  const count = scores.length;
  if (count < 2) return 1;
  const drawnIn = Math.floor(winsorised * count);
  const ends: Interval = [scores[drawnIn] ?? 0, scores[count - 1 - drawnIn] ?? 0];
  const squares = scores.reduce((sum, score) => sum + cutTo([score, score], ...ends)[0] ** 2, 0);
  return squares > chiSquareQuantile(0.95, count - 1) ? Math.max(1, squares / count) : 1;
}

/**
 * The funnel's limits for a unit of some size: between them a unit does not differ from the target by
 * more than chance and the usual variation between units.
 * @param errors 1.96 for the inner limits, 3.09 for the outer
 * @param dispersion of `overdispersion`
 */
export function funnelLimits(
  { target, of }: { readonly target: number; readonly of: number },
  errors: number,
  dispersion: number,
): Interval {
  const reach = errors * Math.sqrt((dispersion * target * (1 - target)) / of);
  return cutTo([target - reach, target + reach], 0, 1);
}
