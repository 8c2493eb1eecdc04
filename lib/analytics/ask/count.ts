import type { CaseSet } from "../counts/case-set";
import { countsOfSet } from "../counts/counts";
import { codeCounts } from "../counts/code-counts";
import { dimensionGroupOf, type Counted, type EntityDimensions } from "../facets/dimension-groups";
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
 * Counts cases, or their contacts, handoffs or promises, by their dimensions as of the instant.
 * @param valueOf makes of one's dimensions what it is counted under
 * @returns how many there are under each value that any has
 */
export function countBy<Thing extends Counted, Value>(
  { table, read }: CaseSet,
  thing: Thing,
  valueOf: (of: EntityDimensions[Thing]) => Value,
): ReadonlyMap<Value, number> {
  const { values } = dimensionGroupOf(table, thing).combinations;
  const counts = new Map<Value, number>();
  read(codeCounts(thing)).forEach((count, number) => {
    const of = values[number];
    if (count === 0 || of === undefined) return;
    const value = valueOf(of);
    counts.set(value, (counts.get(value) ?? 0) + count);
  });
  return counts;
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
