import { cutTo } from "../interval";
import type { Proportion } from "./newcombe-difference";
import { standardErrors } from "../quantiles/normal-quantile";
import { wilsonInterval } from "./wilson-interval";
import type { Estimate } from "./standardise";

/** An evaluator's measured sensitivity and specificity with their sample sizes. */
export type MeasuredErrors = { readonly sensitivity: Proportion; readonly specificity: Proportion };

/**
 * True share from the apparent share by an imperfect evaluator: θ = (p + sp − 1) ∕ (se + sp − 1) (Rogan and
 * Gladen 1978).
 * @returns 0 to 1, or null if the evaluator is no better than chance
 */
export function roganGladen(
  apparent: number,
  sensitivity: number,
  specificity: number,
): number | null {
  const worth = sensitivity + specificity - 1;
  return worth <= 0 ? null : Math.min(1, Math.max(0, (apparent + specificity - 1) / worth));
}

/**
 * As `roganGladen` with an interval that includes the uncertainty of the share and of both error rates (Lang and
 * Reiczigel 2014, Preventive Veterinary Medicine 113: 13–22).
 * @param level a one-sided 95 % bound is the end of the two-sided 90 % interval
 * @returns null if nothing was counted or labelled, or the evaluator is no better than chance
 */
export function errorAdjusted(
  apparent: Proportion,
  { sensitivity, specificity }: MeasuredErrors,
  level = 0.95,
): Estimate | null {
  if (apparent.of === 0 || sensitivity.of === 0 || specificity.of === 0) return null;
  const value = roganGladen(
    apparent.hits / apparent.of,
    sensitivity.hits / sensitivity.of,
    specificity.hits / specificity.of,
  );
  const z = standardErrors(level);
  const p = smoothed(apparent, z ** 2 / 2);
  const se = smoothed(sensitivity, 1);
  const sp = smoothed(specificity, 1);
  const worth = se.share + sp.share - 1;
  if (value === null || worth <= 0) return null;
  const middle = Math.min(1, Math.max(0, (p.share + sp.share - 1) / worth));
  const shift = 2 * z ** 2 * (middle * se.variance - (1 - middle) * sp.variance);
  const error =
    Math.sqrt(p.variance + middle ** 2 * se.variance + (1 - middle) ** 2 * sp.variance) / worth;
  const centre = middle + shift;
  return { value, interval: cutTo([centre - z * error, centre + z * error], 0, 1) };
}

/**
 * As `errorAdjusted` for a total that includes undecided items, which count as not good. The interval includes the
 * uncertainty of the decided share (squared distances added, as Zou and Donner 2008, Statistics in Medicine 27:
 * 1693–1702, do for two independent estimates).
 * @param apparent hits of the decided items
 * @param of all items, decided or not
 */
export function errorAdjustedOfAll(
  apparent: Proportion,
  of: number,
  errors: MeasuredErrors,
): Estimate | null {
  const good = errorAdjusted(apparent, errors);
  const range = wilsonInterval(apparent.of, of);
  if (good === null || range === null || apparent.of === of) return good;
  const decided = apparent.of / of;
  const value = good.value * decided;
  const reach = (end: 0 | 1) =>
    Math.hypot(decided * (good.interval[end] - good.value), good.value * (range[end] - decided));
  return { value, interval: cutTo([value - reach(0), value + reach(1)], 0, 1) };
}

/** Adds so many hits and as many misses. */
function smoothed({ hits, of }: Proportion, beside: number) {
  const count = of + 2 * beside;
  const share = (hits + beside) / count;
  return { share, variance: (share * (1 - share)) / count };
}
