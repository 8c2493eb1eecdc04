import { entityOf } from "../facets/dimension-groups";
import type { CaseSet } from "../counts/case-set";
import { codeCounts } from "../counts/code-counts";
import type { Metric } from "../metrics/metric";
import { countSubsets } from "../metrics/places";

/** A metric over the cases opened in one bucket. */
export type WeekFigure = {
  /** The denominator. */
  readonly of: number;
  /** Not countable yet, but later. */
  readonly waiting: number;
  /** Of a share its numerator, of an amount the sum. */
  readonly sum: number;
};

/**
 * Metrics by week.
 * @param weeks the cases of each
 * @param shown the metrics; shares of cases and amounts of cases; others are left out
 * @returns by the metric's id, one entry per week
 */
export function weeklyFigures(
  weeks: readonly CaseSet[],
  shown: readonly Metric[],
): ReadonlyMap<string, readonly WeekFigure[]> {
  const figures = new Map<string, readonly WeekFigure[]>();
  for (const metric of shown) {
    if (metric.unit === "ratio" || entityOf[metric.counts] !== "cases") continue;
    const ofWeeks = weeks.map(({ table, read, amounts }) => {
      const counts = countSubsets(table, metric, (thing) => read(codeCounts(thing)));
      const { numerator, denominator: of, waiting } = counts;
      const sum = metric.unit === "share" ? numerator : amounts(metric).sums.sum;
      return { of, waiting, sum };
    });
    figures.set(metric.id, ofWeeks);
  }
  return figures;
}
