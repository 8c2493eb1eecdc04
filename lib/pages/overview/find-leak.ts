import { comparedMin, compareWithRest } from "@/lib/stats/compare-with-rest";
import type { GroupRates } from "@/lib/analytics/counts/group-rates";
import type { Cell } from "@/lib/analytics/outcomes/cell-sums";

export type Leak = {
  readonly cell: Cell;
  /** Cases resolved fewer than if it went there as everywhere. */
  readonly missing: number;
  /** True where its rate lies clearly below that of all the others. */
  readonly isCertain: boolean;
};

/**
 * The kind of case that costs the whole most: with the most resolutions missing against the rate of all,
 * first among those that stand apart from the others.
 * @param kinds the same cells with how alike one customer's cases are, in the same order
 * @returns null where no kind has enough cases and fewer resolutions than all
 */
export function findLeak(cells: readonly Cell[], { groups, all }: GroupRates): Leak | null {
  const rate = all.hits / all.of;
  const apart = compareWithRest(
    groups.map(({ sums }) => sums),
    all,
  );
  const leaks = cells
    .map((cell, at) => {
      const missing = cell.rate.of * rate - cell.rate.hits;
      return { cell, missing, isCertain: apart[at] === "below" };
    })
    .filter(({ cell, missing }) => cell.rate.of >= comparedMin && missing > 0)
    .sort(
      (one, other) =>
        Number(other.isCertain) - Number(one.isCertain) || other.missing - one.missing,
    );
  return leaks[0] ?? null;
}
