import { isSame } from "../counts/aggregate";
import { bucketAt } from "./bucket-at";
import type { CaseTable } from "../case-table/case-table";
import type { Selection } from "./select-cases";

export type OpenedCounts = { readonly matching: Uint32Array; readonly all: Uint32Array };

/** Cache of the counts of all cases, which depend on the period only. */
type Known = {
  readonly startsUs: readonly number[];
  readonly version: number;
  readonly all: Uint32Array;
};
const known = new WeakMap<CaseTable, readonly Known[]>();

/** As many as there are named periods. */
const knownMax = 8;

/**
 * Counts cases by opening time: those that pass the filter, and all.
 * @param startsUs the start of each bucket, then the end of the last; about equally long, not exactly: clocks change
 */
export function openedByBucket(
  table: CaseTable,
  { keys }: Selection,
  startsUs: readonly number[],
): OpenedCounts {
  const all = countAll(table, startsUs);
  return { all, matching: keys.length === table.count ? all : countKeys(table, keys, startsUs) };
}

function countAll(table: CaseTable, startsUs: readonly number[]): Uint32Array {
  const { version } = table;
  const fresh = (known.get(table) ?? []).filter((each) => each.version === version);
  const counted = fresh.find((each) => isSame(each.startsUs, startsUs));
  if (counted !== undefined) return counted.all;
  const present = new Uint32Array(table.count);
  let found = 0;
  for (let key = 0; key < table.end; key += 1) {
    if (table.columns.flags[key] === 0) continue;
    present[found] = key;
    found += 1;
  }
  const all = countKeys(table, present, startsUs);
  known.set(table, [{ startsUs, version, all }, ...fresh].slice(0, knownMax));
  return all;
}

/** Cases opened before the first bucket or after the last are left out. */
function countKeys(
  { columns }: CaseTable,
  keys: Uint32Array,
  startsUs: readonly number[],
): Uint32Array {
  const { openedUs } = columns;
  const starts = Float64Array.from(startsUs);
  const counts = new Uint32Array(starts.length - 1);
  for (let index = 0; index < keys.length; index += 1) {
    const bucket = bucketAt(starts, openedUs[keys[index] ?? 0] ?? NaN);
    if (bucket < 0) continue;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}
