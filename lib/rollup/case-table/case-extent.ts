import type { CaseTable } from "./case-table";
import { flags } from "./columns";

/** When the cases of a table were opened first, and the newest instant of any. */
export type CaseExtent = { readonly oldestUs: number; readonly newestUs: number };

/** What was found last, and for which limits it holds. */
type Known = {
  readonly version: number;
  readonly fromUs: number;
  readonly beforeUs: number;
  readonly extent: CaseExtent | null;
};
const known = new WeakMap<CaseTable, Known>();

/**
 * What the data of a table reach over. @param untilUs later instants come from a broken clock
 * @returns null where no case says when it was
 */
export function caseExtent(table: CaseTable, untilUs: number): CaseExtent | null {
  const last = known.get(table);
  const isFresh = last?.version === table.version;
  if (isFresh && untilUs >= last.fromUs && untilUs < last.beforeUs) return last.extent;
  const { oldestUs, newestUs, nextUs } = readExtent(table, untilUs);
  const isUnknown = oldestUs === Infinity || newestUs === -Infinity;
  const extent = isUnknown ? null : { oldestUs, newestUs };
  known.set(table, { version: table.version, fromUs: newestUs, beforeUs: nextUs, extent });
  return extent;
}

function readExtent({ columns, end }: CaseTable, untilUs: number) {
  const { flags: set, openedUs, lastContactUs } = columns;
  let oldestUs = Infinity;
  let newestUs = -Infinity;
  /** The first instant beyond the limit. */
  let nextUs = Infinity;
  for (let key = 0; key < end; key += 1) {
    if (((set[key] ?? 0) & flags.present) === 0) continue;
    const opened = openedUs[key] ?? NaN;
    const last = lastContactUs[key] ?? NaN;
    if (opened < oldestUs) oldestUs = opened;
    if (opened <= untilUs) {
      if (opened > newestUs) newestUs = opened;
    } else if (opened < nextUs) nextUs = opened;
    if (last <= untilUs) {
      if (last > newestUs) newestUs = last;
    } else if (last < nextUs) nextUs = last;
  }
  return { oldestUs, newestUs, nextUs };
}
