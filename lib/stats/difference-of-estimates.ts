import type { Difference } from "./proportions/newcombe-difference";
import type { Estimate } from "./proportions/standardise";

/**
 * The difference of two independent estimates, `one − other`, from their intervals alone: the method of variance
 * estimates recovery (Zou and Donner 2008, Statistics in Medicine 27: 1693–1702), of which Newcombe's difference of two
 * shares is a case. The level is that of the intervals.
 */
export function differenceOfEstimates(one: Estimate, other: Estimate): Difference {
  const value = one.value - other.value;
  const low = Math.hypot(one.value - one.interval[0], other.interval[1] - other.value);
  const high = Math.hypot(one.interval[1] - one.value, other.value - other.interval[0]);
  return { value, interval: [value - low, value + high] };
}
