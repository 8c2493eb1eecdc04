import { effectiveShare, type ClusterSums } from "./proportions/clustered-share";
import type { Interval } from "./interval";
import { bonferroniLevel } from "./bonferroni-level";
import { newcombeDifference } from "./proportions/newcombe-difference";
import { standardErrors } from "./quantiles/normal-quantile";

/** On which side of all the others a group lies; `none` where they may be alike. */
export type Deviation = "above" | "below" | "none";

/** Nothing is claimed of fewer things, nor against fewer, however far off they look. */
export const comparedMin = 10;

/**
 * The one rule for "differs from the others": each group's share against that of everything else in the
 * whole, by Newcombe's interval of two shares with each customer's things taken together, at the level that
 * names one of several groups that are alike in at most one case in twenty.
 * @param groups every group of the breakdown, shown or not: the level depends on how many are compared
 * @param all sums of the whole, of which each group is a part; groups may overlap
 * @returns by position in `groups`
 */
export function compareWithRest(
  groups: readonly ClusterSums[],
  all: ClusterSums,
): readonly Deviation[] {
  const isCompared = ({ of }: ClusterSums) => Math.min(of, all.of - of) >= comparedMin;
  const level = bonferroniLevel(groups.filter(isCompared).length);
  return groups.map((own) => {
    if (!isCompared(own)) return "none";
    const [one, others] = [effectiveShare(own), effectiveShare(without(all, own))];
    const difference = newcombeDifference(one, others, level);
    return difference === null ? "none" : directionOf(difference.interval, 0);
  });
}

/**
 * The same for figures that are no shares, which come with an interval of 95 %.
 * @param interval of the figure @param value the figure @param limit what all others amount to
 * @param compared how many figures are held against it
 */
export function compareWithLimit(
  { value, interval: [low, high] }: { readonly value: number; readonly interval: Interval },
  limit: number,
  compared: number,
): Deviation {
  const wider = standardErrors(bonferroniLevel(compared)) / standardErrors(0.95);
  return directionOf([value - (value - low) * wider, value + (high - value) * wider], limit);
}

function directionOf([low, high]: Interval, limit: number): Deviation {
  if (low > limit) return "above";
  return high < limit ? "below" : "none";
}

/** The sums of all the others. A customer with things on both sides counts in full: the interval is the wider for it. */
function without(all: ClusterSums, own: ClusterSums): ClusterSums {
  return {
    hits: all.hits - own.hits,
    of: all.of - own.of,
    hitsSquared: Math.max(0, all.hitsSquared - own.hitsSquared),
    product: Math.max(0, all.product - own.product),
    ofSquared: Math.max(0, all.ofSquared - own.ofSquared),
  };
}
