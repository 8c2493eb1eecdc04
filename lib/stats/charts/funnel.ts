import { cutTo, type Interval } from "../interval";
import type { Proportion } from "../proportions/newcombe-difference";
import { chiSquareQuantile } from "../special-functions";

/** Share of units at each end whose score is replaced by the next one's (winsorising). */
const winsorised = 0.1;

/**
 * Overdispersion φ of units around a target: the mean squared standard score, winsorised by a tenth at each end
 * (Spiegelhalter 2005, Statistics in Medicine 24: 1185–1202). 1 if not significant at 95 %.
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
 * Funnel limits for a unit of a given size: inside them it deviates from the target no more than by chance and the
 * usual variation between units.
 * @param errors 1.96 for the inner limits, 3.09 for the outer
 * @param dispersion from `overdispersion`
 */
export function funnelLimits(
  { target, of }: { readonly target: number; readonly of: number },
  errors: number,
  dispersion: number,
): Interval {
  const reach = errors * Math.sqrt((dispersion * target * (1 - target)) / of);
  return cutTo([target - reach, target + reach], 0, 1);
}
