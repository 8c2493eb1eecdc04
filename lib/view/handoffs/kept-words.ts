import type { HandoffGroup } from "@/lib/rollup/handoffs/tally-handoffs";
import { effectiveShare, type ClusterSums } from "@/lib/stats/clustered-share";
import type { Interval } from "@/lib/stats/interval";
import { newcombeDifference, type Difference } from "@/lib/stats/newcombe-difference";
import { wilsonInterval } from "@/lib/stats/wilson-interval";
import { formatCount } from "../format";
import { percent, percentRange } from "../share-words";

/** Fewer handoffs are not rated: one case would decide. */
export const ratedFrom = 10;

/** The interval of a share whose things come by the case; null of nothing. */
export function clusteredInterval(sums: ClusterSums): Interval | null {
  const { hits, of } = effectiveShare(sums);
  return wilsonInterval(hits, of);
}

/** How much one such share is above another; null where either has nothing. */
export function clusteredDifference(
  one: ClusterSums,
  other: ClusterSums,
  level = 0.95,
): Difference | null {
  return newcombeDifference(effectiveShare(one), effectiveShare(other), level);
}

/** "52%", or "38 of 64" of few. */
export function clusteredShare({ hits, of }: ClusterSums): string {
  if (of === 0) return "–";
  return of < ratedFrom ? `${formatCount(hits)} of ${formatCount(of)}` : percent(hits / of, of);
}

/** "46–59%"; "" of nothing. */
export function clusteredRange(sums: ClusterSums): string {
  const interval = clusteredInterval(sums);
  return interval === null ? "" : percentRange(interval, sums.of);
}

/** Whether there are enough handoffs, and facts that mattered after them, to say how much they keep. */
export function isRated({ handoffs, kept }: HandoffGroup): boolean {
  return handoffs >= ratedFrom && kept.of >= ratedFrom;
}
