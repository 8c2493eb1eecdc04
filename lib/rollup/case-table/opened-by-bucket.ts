import type { CaseTable } from "./case-table";
import { flags } from "./columns";
import type { Selection } from "./select-cases";

export type OpenedCounts = { readonly matching: Uint32Array; readonly all: Uint32Array };

/** Counts cases by when they were opened: those that are left, and all. Others than of these buckets are left out. */
export function openedByBucket(
  table: CaseTable,
  selection: Selection,
  fromUs: number,
  stepUs: number,
  count: number,
): OpenedCounts {
  const { flags: set, openedUs } = table.columns;
  const matching = new Uint32Array(count);
  const all = new Uint32Array(count);
  const endUs = fromUs + stepUs * count;
  for (let key = 0; key < table.end; key += 1) {
    const opened = openedUs[key] ?? NaN;
    if (!(opened >= fromUs && opened < endUs) || ((set[key] ?? 0) & flags.present) === 0) continue;
    const bucket = Math.floor((opened - fromUs) / stepUs);
    all[bucket] = (all[bucket] ?? 0) + 1;
    if (selection.fails[key] === 0) matching[bucket] = (matching[bucket] ?? 0) + 1;
  }
  return { matching, all };
}
