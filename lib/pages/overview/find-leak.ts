import { comparedMin, compareWithRest } from "@/lib/stats/compare-with-rest";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { Cell } from "@/lib/analytics/outcomes/cell-sums";

export type Leak = {
  readonly cell: Cell;
  /** Resolutions missing against the overall rate. */
  readonly missing: number;
  /** True: its rate is clearly below all others. */
  readonly isCertain: boolean;
};

/**
 * The kind of case with the most resolutions missing against the overall rate, preferring those clearly
 * below the others.
 * @param kinds the same cells with sums per customer, in the same order
 * @returns null: no kind has enough cases and a lower rate
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
