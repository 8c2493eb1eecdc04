import type { Difference } from "./newcombe-difference";
import { standardErrors } from "../quantiles/normal-quantile";
import { meanOf, varianceOf, type Sums } from "../sums";

/** Two arms' sums in one stratum, such as an intent on a channel in a region. */
export type StratumPair = { readonly one: Sums; readonly other: Sums };

export type StratifiedDifference = Difference & {
  /** Number of strata in which both arms have enough cases. */
  readonly strata: number;
  /** Cases of the other strata. */
  readonly leftOut: number;
};

/**
 * Difference of two arms' means or proportions, `one − other`, within strata, averaged with the Mantel–Haenszel
 * weights n₁n₀∕(n₁ + n₀) (1959; Cochran 1954): independent of the arms' mix of cases. The interval uses
 * each stratum's variance.
 * @param least minimum cases per arm in a stratum
 * @returns null if no stratum has enough
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
