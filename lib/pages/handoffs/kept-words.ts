import type { HandoffGroup } from "@/lib/analytics/handoffs/tally-handoffs";
import { effectiveShare, type ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { newcombeDifference, type Difference } from "@/lib/stats/proportions/newcombe-difference";
import { comparedMin, compareWithRest } from "@/lib/stats/compare-with-rest";

/** Difference of two shares clustered by customer; null: either is empty. */
export function clusteredDifference(one: ClusterSums, other: ClusterSums): Difference | null {
  return newcombeDifference(effectiveShare(one), effectiveShare(other));
}

/** Whether there are enough handoffs and relevant facts for a rate. */
export function isRated({ handoffs, kept }: HandoffGroup): boolean {
  return handoffs >= comparedMin && kept.of >= comparedMin;
}

/** The rated group that keeps least, among those clearly below all others. */
export function clearlyLeast<Group extends HandoffGroup>(
  groups: readonly Group[],
  all: HandoffGroup,
): Group | null {
  const rated = groups.filter((group) => isRated(group));
  const sides = compareWithRest(
    rated.map(({ kept }) => kept),
    all.kept,
  );
  const [least] = rated
    .filter((_, at) => sides[at] === "below")
    .toSorted((one, two) => one.kept.hits / one.kept.of - two.kept.hits / two.kept.of);
  return least ?? null;
}
