import type { Difference } from "./newcombe-difference";
import { standardErrors } from "../quantiles/normal-quantile";
import { meanOf, varianceOf, type Sums } from "../sums";

/** Two arms' cases of one stratum, such as an intent on a channel in a region. */
export type StratumPair = { readonly one: Sums; readonly other: Sums };

export type StratifiedDifference = Difference & {
  /** Strata in which both arms have enough cases. */
  readonly strata: number;
  /** Cases of strata that were left out. */
  readonly leftOut: number;
};

/**
 * The difference of two arms' means or proportions, `one − other`, within strata and then averaged
 * with the weights n₁n₀∕(n₁ + n₀) of Mantel and Haenszel (1959), which are Cochran's (1954): it does
 * not depend on how the arms' cases are mixed. Each stratum's own spread makes the interval.
 * @param least cases that each arm must have in a stratum
 * @returns null where no stratum has enough
 */
export function stratifiedDifference(
  strata: readonly StratumPair[],
  least: number,
): StratifiedDifference | null {
  const isEnough = ({ one, other }: StratumPair) => one.count >= least && other.count >= least;
  const compared = strata.filter(isEnough);
  let [weights, sum, spread] = [0, 0, 0];
  for (const { one, other } of compared) {
    const weight = (one.count * other.count) / (one.count + other.count);
    weights += weight;
    sum += weight * (meanOf(one) - meanOf(other));
    spread += weight ** 2 * (varianceOf(one) / one.count + varianceOf(other) / other.count);
  }
  if (weights === 0) return null;
  const value = sum / weights;
  const reach = (standardErrors(0.95) * Math.sqrt(spread)) / weights;
  const leftOut = strata
    .filter((each) => !isEnough(each))
    .reduce((cases, { one, other }) => cases + one.count + other.count, 0);
  return { value, interval: [value - reach, value + reach], strata: compared.length, leftOut };
}
