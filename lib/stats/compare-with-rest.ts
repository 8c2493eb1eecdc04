import { effectiveShare, type ClusterSums } from "./proportions/clustered-share";
import type { Interval } from "./interval";
import { bonferroniLevel } from "./bonferroni-level";
import { newcombeDifference, type Difference } from "./proportions/newcombe-difference";
import { standardErrors } from "./quantiles/normal-quantile";

/** Direction in which a group deviates from all others; `none` if not significant. */
export type Deviation = "above" | "below" | "none";

/** Minimum size of a group and of its complement, and of the hits and of the others in the whole. */
export const comparedMin = 10;

/**
 * Confidence at which a difference is certain, whichever page compares: of two hundred comparisons without any
 * difference, one is called worse at most one time in twenty (200 × half of 0.0005).
 */
export const certainLevel = 0.9995;

/** How a group differs from all others. */
export type Comparison = {
  readonly side: Deviation;
  /** False: it stands apart among the groups of its breakdown, but not among everything that pages compare. */
  readonly isCertain: boolean;
};

/** Of a group that does not differ. */
export const notApart: Comparison = { side: "none", isCertain: false };

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
): readonly Comparison[] {
  const hasBothEnds = Math.min(all.hits, all.of - all.hits) >= comparedMin;
  const isCompared = ({ of }: ClusterSums) =>
    hasBothEnds && Math.min(of, all.of - of) >= comparedMin;
  const level = bonferroniLevel(groups.filter(isCompared).length);
  return groups.map((own) =>
    isCompared(own) ? compareShares(own, sumsWithout(all, own), level) : notApart,
  );
}

/**
 * How a share differs from another.
 * @param level from which they differ at all
 */
export function compareShares(own: ClusterSums, other: ClusterSums, level: number): Comparison {
  const [one, two] = [effectiveShare(own), effectiveShare(other)];
  const sideAt = (confidence: number) =>
    sideOf(newcombeDifference(one, two, confidence)?.interval ?? [0, 0]);
  const side = sideAt(level);
  return side === "none" ? notApart : { side, isCertain: sideAt(certainLevel) === side };
}

/** A difference, and whether it is certain. */
export type JudgedDifference = Difference & {
  /** False: it may stand apart by itself, but not among everything that pages compare. */
  readonly isCertain: boolean;
};

/** The difference of two clustered shares, `own − other`, with its 95 % interval; null: either is empty. */
export function differenceOfShares(own: ClusterSums, other: ClusterSums): JudgedDifference | null {
  const difference = newcombeDifference(effectiveShare(own), effectiveShare(other));
  if (difference === null) return null;
  return { ...difference, isCertain: compareShares(own, other, bonferroniLevel(1)).isCertain };
}

function sideOf([low, high]: Interval): Deviation {
  if (low > 0) return "above";
  return high < 0 ? "below" : "none";
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
): Comparison {
  const sideAt = (level: number) => {
    const wider = standardErrors(level) / standardErrors(0.95);
    return sideOf([value - (value - low) * wider - limit, value + (high - value) * wider - limit]);
  };
  const side = sideAt(bonferroniLevel(compared));
  return side === "none" ? notApart : { side, isCertain: sideAt(certainLevel) === side };
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
