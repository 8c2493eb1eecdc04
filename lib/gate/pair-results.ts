import type { CriticalFailure, PairedFigures } from "@/lib/domain/gate/verdict";
import { groupBy } from "@/lib/format/group-by";
import { effectivePairs } from "@/lib/stats/proportions/clustered-pairs";
import { exactMcnemar } from "@/lib/stats/proportions/exact-mcnemar";
import { newcombePairedDifference } from "@/lib/stats/proportions/newcombe-difference";
import { clusterOf } from "./measure-share";
import type { ItemResult } from "./score-items";

type Pair = { readonly before: ItemResult; readonly after: ItemResult };

/**
 * Compares two runs of one cohort item by item.
 * @param baseline results in the same order as the candidate's
 * @param isInScope of the items that decide
 * @returns null if no item in scope was scored in both
 */
export function pairResults(
  candidate: readonly ItemResult[],
  baseline: readonly ItemResult[],
  isInScope: (result: ItemResult) => boolean,
): PairedFigures | null {
  const all = candidate.flatMap((after, at): Pair[] => {
    const before = baseline[at];
    return before === undefined ? [] : [{ before, after }];
  });
  const scored = all.filter(
    ({ before, after }) => before.resolved !== null && after.resolved !== null,
  );
  const inScope = scored.filter(({ after }) => isInScope(after));
  const outside = scored.filter(({ after }) => !isInScope(after));
  const clusters = [...groupBy(inScope, ({ after }) => clusterOf(after)).values()].map(countPairs);
  const effective = effectivePairs(clusters);
  const difference = newcombePairedDifference(effective);
  const bound = newcombePairedDifference(effective, 0.9);
  if (difference === null || bound === null) return null;
  const regressed = idsOf(inScope, true, false);
  const fixed = idsOf(inScope, false, true);
  return {
    regressed,
    fixed,
    bothResolved: idsOf(inScope, true, true).length,
    neitherResolved: idsOf(inScope, false, false),
    unpaired: all.filter(({ after }) => isInScope(after)).length - inScope.length,
    chance: exactMcnemar(regressed.length, fixed.length).oneSided,
    difference: difference.value,
    interval: difference.interval,
    lowerBound: bound.interval[0],
    outOfScope: { regressed: idsOf(outside, true, false), fixed: idsOf(outside, false, true) },
  };
}

/** Critical failures of the candidate that the baseline does not have on the same item. */
export function newCriticalFailures(
  candidate: readonly ItemResult[],
  baseline: readonly ItemResult[] | null,
): readonly CriticalFailure[] {
  return candidate.flatMap(({ item, critical }, at) =>
    critical
      .filter((failure) => baseline?.[at]?.critical.includes(failure) !== true)
      .map((failure) => ({ item: item.id, failure })),
  );
}

function idsOf(pairs: readonly Pair[], before: boolean, after: boolean): readonly string[] {
  return pairs
    .filter((pair) => pair.before.resolved === before && pair.after.resolved === after)
    .map((pair) => pair.after.item.id);
}

function countPairs(pairs: readonly Pair[]) {
  return {
    both: idsOf(pairs, true, true).length,
    onlyFirst: idsOf(pairs, true, false).length,
    onlySecond: idsOf(pairs, false, true).length,
    neither: idsOf(pairs, false, false).length,
  };
}
