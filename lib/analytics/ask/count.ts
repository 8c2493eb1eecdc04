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
 * Metrics' figures of some cases, by id: a share counts cases, contacts, handoffs or promises, an amount has quantiles
 * of these, each with its interval.
 */
export function figuresOf(cases: CaseSet, metrics: readonly Metric[]): ReadonlyMap<string, Figure> {
  const counts = countsOfSet(cases);
  return new Map(metrics.map((metric) => [metric.id, figureOf(metric, counts)]));
}

/**
 * Counts cases, contacts, handoffs or promises by their dimension values at `asOf`.
 * @param valueOf gives the value to count under
 * @returns the count of each value that any has
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
 * Counts cases by opening time: those of the list, and all.
 * @param startsUs the start of each bucket, then the end of the last; microseconds since 1970
 */
export function countOpened(
  { table, selection }: Pick<Snapshot, "table" | "selection">,
  startsUs: readonly number[],
): OpenedCounts {
  return openedByBucket(table, selection(), startsUs);
}
