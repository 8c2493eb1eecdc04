import { levelOfEach } from "@/lib/stats/level-of-each";
import { wilsonInterval } from "@/lib/stats/wilson-interval";
import { totalRate, type Cell } from "./cell-sums";

export type Leak = {
  readonly cell: Cell;
  /** Cases resolved fewer than if it went there as everywhere. */
  readonly missing: number;
  /** True where the interval of its rate, one of as many as there are kinds, lies below the rate of all. */
  readonly isCertain: boolean;
};

/** Fewer cases are no leak, whatever became of them. */
const casesMin = 10;

/**
 * The kind of case that costs the whole most: with the most resolutions missing against the rate of all,
 * first among those whose interval says so.
 * @returns null where no kind has enough cases and fewer resolutions than all
 */
export function findLeak(cells: readonly Cell[]): Leak | null {
  const { hits, of } = totalRate(cells);
  const rate = hits / of;
  const rated = cells.filter((cell) => cell.rate.of >= casesMin);
  const level = levelOfEach(rated.length);
  const leaks = rated
    .map((cell) => {
      const interval = wilsonInterval(cell.rate.hits, cell.rate.of, level);
      const missing = cell.rate.of * rate - cell.rate.hits;
      return { cell, missing, isCertain: interval !== null && interval[1] < rate };
    })
    .filter(({ missing }) => missing > 0)
    .sort(
      (one, other) =>
        Number(other.isCertain) - Number(one.isCertain) || other.missing - one.missing,
    );
  return leaks[0] ?? null;
}
