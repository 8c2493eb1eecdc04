import { aspectOf, partsOf } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import type { Metric, MetricPart } from "./metric";
import { standingsInPart } from "./places";

/**
 * Where what a part of a metric counts stands (the keys of cases, or the rows of contacts, handoffs or
 * promises), by case and in the order within it.
 * @param keys of the cases that are looked at
 * @param room where they are written; one longer than what is in the part, by `countParts`
 * @returns the part of the room that they take
 */
export function placesInPart(
  table: CaseTable,
  metric: Metric,
  part: MetricPart,
  keys: Uint32Array,
  room: Uint32Array,
): Uint32Array {
  const isInPart = standingsInPart(table, metric, part);
  // A place is written always and kept where it counts, without a condition.
  let found = 0;
  const { standing } = aspectOf(table, metric.counts);
  const parts = partsOf(table, metric.counts);
  if (parts === null) {
    for (let index = 0; index < keys.length; index += 1) {
      const key = keys[index] ?? 0;
      room[found] = key;
      found += isInPart[standing[key] ?? 0] ?? 0;
    }
    return room.subarray(0, found);
  }
  const { first, count: counts } = parts;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (counts[key] ?? 0);
    for (let place = from; place < end; place += 1) {
      room[found] = place;
      found += isInPart[standing[place] ?? 0] ?? 0;
    }
  }
  return room.subarray(0, found);
}
