import type { HandoffGroup } from "./tally-handoffs";
import { effectiveShare, type ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { newcombeDifference, type Difference } from "@/lib/stats/proportions/newcombe-difference";
import { comparedMin, compareWithRest } from "@/lib/stats/compare-with-rest";

/** How much one share whose things come by the customer is above another; null where either has nothing. */
export function clusteredDifference(one: ClusterSums, other: ClusterSums): Difference | null {
  return newcombeDifference(effectiveShare(one), effectiveShare(other));
}

/** Whether there are enough handoffs, and facts that mattered after them, to say how much they keep. */
export function isRated({ handoffs, kept }: HandoffGroup): boolean {
  return handoffs >= comparedMin && kept.of >= comparedMin;
}

/** Of the groups that are rated, the one that keeps least of those that keep clearly less than all others. */
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
