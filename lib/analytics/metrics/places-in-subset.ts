import { dimensionGroupOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { Metric, MetricSubset } from "./metric";
import { codesIn } from "./places";

/**
 * Of some things that a metric counts (the keys of cases, or the rows of contacts, handoffs or promises),
 * those in a part of it.
 * @param room where they are written; one longer than what is in the subset, by `countSubsets`
 * @returns the part of the room that they take
 */
export function placesInSubset(
  table: CaseTable,
  metric: Metric,
  subset: MetricSubset,
  places: Uint32Array,
  room: Uint32Array,
): Uint32Array {
  const isInSubset = codesIn(table, metric, subset);
  const { codes } = dimensionGroupOf(table, metric.counts);
  let found = 0;
  for (let index = 0; index < places.length; index += 1) {
    const place = places[index] ?? 0;
    // Written always and kept where it counts, without a condition.
    room[found] = place;
    found += isInSubset[codes[place] ?? 0] ?? 0;
  }
  return room.subarray(0, found);
}
