import { effectiveShare, type ClusterSums } from "./proportions/clustered-share";
import type { Interval } from "./interval";
import { bonferroniLevel } from "./bonferroni-level";
import { newcombeDifference } from "./proportions/newcombe-difference";
import { standardErrors } from "./quantiles/normal-quantile";

/** Direction in which a group deviates from all others; `none` if not significant. */
export type Deviation = "above" | "below" | "none";

/** Minimum size of a group and of its complement, and of the hits and of the others in the whole. */
export const comparedMin = 10;

/**
 * The one rule for "differs from the others": each group's share against that of the rest of the whole, by Newcombe's
 * interval of two clustered shares (by customer), at the Bonferroni level.
 * @param groups every group of the breakdown, shown or not: the level depends on their number
 * @param all sums of the whole, which includes each group; groups may overlap
 * @returns by position in `groups`
 */
export function compareWithRest(
  groups: readonly ClusterSums[],
  all: ClusterSums,
): readonly Deviation[] {
  const hasBothEnds = Math.min(all.hits, all.of - all.hits) >= comparedMin;
  const isCompared = ({ of }: ClusterSums) =>
    hasBothEnds && Math.min(of, all.of - of) >= comparedMin;
  const level = bonferroniLevel(groups.filter(isCompared).length);
  return groups.map((own) => {
    if (!isCompared(own)) return "none";
    const [one, others] = [effectiveShare(own), effectiveShare(sumsWithout(all, own))];
    const difference = newcombeDifference(one, others, level);
    return difference === null ? "none" : directionOf(difference.interval, 0);
  });
}

/**
 * As `compareWithRest` for figures other than shares, given their 95 % interval.
 * @param interval of the figure
 * @param value the figure
 * @param limit the value of all others
 * @param compared number of figures compared with it
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

/** The sums of all others. A customer on both sides counts in full, which widens the interval. */
export function sumsWithout(all: ClusterSums, own: ClusterSums): ClusterSums {
  return {
    hits: all.hits - own.hits,
    of: all.of - own.of,
    hitsSquared: Math.max(0, all.hitsSquared - own.hitsSquared),
    product: Math.max(0, all.product - own.product),
    ofSquared: Math.max(0, all.ofSquared - own.ofSquared),
  };
}
