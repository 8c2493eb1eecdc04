import { dimensionGroupOf } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import type { Metric, MetricSubset } from "./metric";
import { codesIn } from "./places";

/**
 * Of some things that a metric counts (the keys of cases, or the rows of contacts, handoffs or promises), those in a
 * subset of it.
 * @param room output; one longer than the subset, by `countSubsets`
 * @returns the filled beginning of the room
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
    // Branch-free: always written, kept where it counts.
    room[found] = place;
    found += isInSubset[codes[place] ?? 0] ?? 0;
  }
  return room.subarray(0, found);
}
