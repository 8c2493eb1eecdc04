import "server-only";
import { logEvent } from "@/lib/log/log-event";
import { hasColumnFile, writeColumns, writesColumns } from "./column-files";
import type { KeptTable, Saving } from "./kept-table";

/** Cases that went are in the file until it is written again. */
export const removalWeight = 2000;
/** Fewer changes since the file was written are read again at the next start, in a fraction of a second. */
const unsavedMin = removalWeight;
/** How long it waits for changes that come together, and before it tries again. */
const quietMs = 5000;
/** Between two files, which are as large as the table. */
const intervalMs = 10 * 60_000;

export function createSaving(): Saving {
  return { unsaved: 0, savedMs: -Infinity, timer: null, running: null };
}

/** Notes that cases were read into a table, and arranges that its file of columns is written where they are many. */
export function noteUnsaved(kept: KeptTable, cases: number): void {
  const { saving } = kept;
  saving.unsaved += cases;
  if (kept.isPast || saving.unsaved < unsavedMin || saving.timer !== null) return;
  if (!writesColumns(kept.db)) return;
  const dueMs = saving.savedMs + intervalMs - performance.now();
  saving.timer = setTimeout(
    () => {
      saving.timer = null;
      void saveColumns(kept).then((isSaved) => {
        if (!isSaved) noteUnsaved(kept, 0);
      });
    },
    Math.max(quietMs, dueMs),
  ).unref();
}

/**
 * Writes a table's columns to its file, where they are not in it.
 * @returns whether they are now; a failure is logged, and costs the next start time
 */
export async function saveColumns(kept: KeptTable): Promise<boolean> {
  const { saving } = kept;
  // Two at a time would take each other's draft for what an interrupted process left.
  while (saving.running !== null) await saving.running;
  saving.running = writeUnsaved(kept);
  try {
    return await saving.running;
  } finally {
    saving.running = null;
  }
}

async function writeUnsaved(kept: KeptTable): Promise<boolean> {
  const { saving, position } = kept;
  if (!writesColumns(kept.db) || (saving.unsaved === 0 && hasColumnFile(kept.db))) return true;
  if (position === null || !kept.isFilled) return false;
  const { unsaved } = saving;
  try {
    if (!(await writeColumns(kept.db, { ...kept, position }))) return false;
  } catch (error) {
    logEvent("columns-not-written", { error });
  }
  saving.unsaved -= unsaved;
  saving.savedMs = performance.now();
  return true;
}
