import type { Interval } from "./interval";
import { normalQuantile } from "./quantiles/normal-quantile";
import { meanOf, varianceOf, type Sums } from "./sums";

export type EstimatedTotal = { readonly value: number; readonly interval: Interval };

/**
 * Estimates a total over a finite population from a random sample of it without replacement, with its 95 % interval:
 * the sample's sum as a count of independent events (its square by its variance, Kish's effective size), with Byar's
 * interval of a Poisson count (Breslow and Day 1987), so that rare and large values are covered, narrowed as the sample
 * comes near to the population.
 * @param sums of counts per unit
 * @returns null for an empty sample
 */
export function estimateTotal(sums: Sums, population: number): EstimatedTotal | null {
  const { count, sum } = sums;
  if (count === 0) return null;
  const value = meanOf(sums) * population;
  // A sample in which all are alike still tells no more than its size does.
  const variance = Math.max(count * varianceOf(sums), (2 * sum) ** 2 / count ** 2);
  const perEvent = sum === 0 ? 1 : variance / sum;
  const [low, high] = countInterval(sum / perEvent);
  const left = Math.sqrt(1 - Math.min(1, count / population));
  const scaled = (events: number) => ((events * perEvent) / count) * population;
  const ends: Interval = [
    value - (value - scaled(low)) * left,
    value + (scaled(high) - value) * left,
  ];
  return { value, interval: [Math.max(sum, ends[0]), Math.max(sum, ends[1])] };
}

const z = normalQuantile(0.975);

/** Byar's approximation of the exact interval of a Poisson count. */
function countInterval(events: number): Interval {
  const end = (at: number, side: number) =>
    at === 0 ? 0 : at * Math.max(0, 1 - 1 / (9 * at) + (side * z) / (3 * Math.sqrt(at))) ** 3;
  return [end(events, -1), end(events + 1, 1)];
}
