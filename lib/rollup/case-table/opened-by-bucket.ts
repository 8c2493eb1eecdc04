import type { CaseTable } from "./case-table";
import type { Selection } from "./select-cases";

export type OpenedCounts = { readonly matching: Uint32Array; readonly all: Uint32Array };

/** Equal stretches of time, one after the other. */
export type Buckets = { readonly fromUs: number; readonly stepUs: number; readonly count: number };

/** What was counted last of all cases: it is the same whatever the filter. */
type Known = Buckets & { readonly version: number; readonly all: Uint32Array };
const known = new WeakMap<CaseTable, Known>();

/** Counts cases by when they were opened: those that are left, and all. */
export function openedByBucket(
  table: CaseTable,
  { keys }: Selection,
  buckets: Buckets,
): OpenedCounts {
  const all = countAll(table, buckets);
  return { all, matching: keys.length === table.count ? all : countKeys(table, keys, buckets) };
}

function countAll(table: CaseTable, buckets: Buckets): Uint32Array {
  const last = known.get(table);
  const { fromUs, stepUs, count } = buckets;
  if (
    last?.version === table.version &&
    last.fromUs === fromUs &&
    last.stepUs === stepUs &&
    last.count === count
  ) {
    return last.all;
  }
  const present = new Uint32Array(table.count);
  let found = 0;
  for (let key = 0; key < table.end; key += 1) {
    if (table.columns.flags[key] === 0) continue;
    present[found] = key;
    found += 1;
  }
  const all = countKeys(table, present, buckets);
  known.set(table, { ...buckets, version: table.version, all });
  return all;
}

/** Cases opened before the first bucket or after the last are left out. */
function countKeys(
  { columns }: CaseTable,
  keys: Uint32Array,
  { fromUs, stepUs, count }: Buckets,
): Uint32Array {
  const { openedUs } = columns;
  const counts = new Uint32Array(count);
  for (let index = 0; index < keys.length; index += 1) {
    const place = ((openedUs[keys[index] ?? 0] ?? NaN) - fromUs) / stepUs;
    if (!(place >= 0 && place < count)) continue;
    const bucket = place | 0;
    counts[bucket] = (counts[bucket] ?? 0) + 1;
  }
  return counts;
}
