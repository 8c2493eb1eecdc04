import type { CaseTable } from "./case-table";
import { flags } from "./columns";

/** When the cases of a table were opened first, and the newest instant of any. */
export type CaseExtent = { readonly oldestUs: number; readonly newestUs: number };

/**
 * What the data of a table reach over. @param untilUs later instants come from a broken clock
 * @returns null where no case says when it was
 */
export function caseExtent(table: CaseTable, untilUs: number): CaseExtent | null {
  const { flags: set, openedUs, lastContactUs } = table.columns;
  let oldestUs = Infinity;
  let newestUs = -Infinity;
  for (let key = 0; key < table.end; key += 1) {
    if (((set[key] ?? 0) & flags.present) === 0) continue;
    const opened = openedUs[key] ?? NaN;
    const last = lastContactUs[key] ?? NaN;
    if (opened < oldestUs) oldestUs = opened;
    if (opened > newestUs && opened <= untilUs) newestUs = opened;
    if (last > newestUs && last <= untilUs) newestUs = last;
  }
  if (oldestUs === Infinity || newestUs === -Infinity) return null;
  return { oldestUs, newestUs };
}
