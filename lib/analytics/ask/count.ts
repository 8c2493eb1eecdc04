import type { CaseSet } from "../counts/case-set";
import { countsOfSet } from "../counts/counts";
import type { Figure } from "../metrics/figure";
import { figureOf } from "../metrics/figure-of";
import type { Metric } from "../metrics/metric";
import { openedByBucket, type OpenedCounts } from "../select/opened-by-bucket";
import type { Snapshot } from "./snapshot";

/**
 * What metrics say of some cases, by id: a share is a count of cases or of their contacts, handoffs or promises, an
 * amount a quantile of these, each with its interval.
 */
export function figuresOf(cases: CaseSet, metrics: readonly Metric[]): ReadonlyMap<string, Figure> {
  const counts = countsOfSet(cases);
  return new Map(metrics.map((metric) => [metric.id, figureOf(metric, counts)]));
}

/**
 * Counts cases by when they were opened: those of the list, and all.
 * @param startsUs where each bucket begins, then where the last ends; microseconds since 1970
 */
export function countOpened(
  { table, selection }: Pick<Snapshot, "table" | "selection">,
  startsUs: readonly number[],
): OpenedCounts {
  return openedByBucket(table, selection(), startsUs);
}
