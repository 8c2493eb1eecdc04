import type { CaseTable } from "../case-table/case-table";
import type { Metric, MetricPart } from "./metric";
import { standingsInPart } from "./places";

/**
 * Visits what a part of a metric counts, by case and in the order within it. A list of it is not made:
 * of many contacts it would be as long as the table.
 * @param keys of the cases that are looked at
 * @param visit is given where it stands (the key of a case, or the row of a contact, handoff or promise)
 * and the number of its standing
 */
export function visitPart(
  table: CaseTable,
  metric: Metric,
  part: MetricPart,
  keys: Uint32Array,
  visit: (place: number, standing: number) => void,
): void {
  const isInPart = standingsInPart(table, metric, part);
  if (metric.counts === "cases") {
    const { standing } = table.columns;
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? 0;
      const stands = standing[key] ?? 0;
      if (isInPart[stands] === true) visit(key, stands);
    }
    return;
  }
  const { first, count, standing } = table[metric.counts];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (count[key] ?? 0);
    for (let place = from; place < end; place += 1) {
      const stands = standing[place] ?? 0;
      if (isInPart[stands] === true) visit(place, stands);
    }
  }
}
