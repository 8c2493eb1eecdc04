import type { Database } from "@/lib/store/port";
import { noteFailure, type QueueEntry, type QueueStage } from "@/lib/store/queue";
import { describeFault } from "@/lib/log/error-facts";

type Answered = { readonly entry: QueueEntry };

/** SQLite errors caused by the stored data, not by the disk or another process. PostgreSQL's others are translated. */
const dataFaults = ["SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG"];

/**
 * Derives one queue entry.
 * @returns null if that failed: the entry is quarantined
 * @throws if the failure is not the entry's: the database is busy, full or broken
 */
export async function deriveOrQuarantine<Answer extends Answered>(
  db: Database,
  stage: QueueStage,
  entry: QueueEntry,
  answer: () => Promise<Answer>,
): Promise<Answer | null> {
  try {
    return await answer();
  } catch (error) {
    await quarantine(db, stage, entry, error);
    return null;
  }
}

/**
 * Stores results in one transaction; if that fails, one transaction per result, and those that fail are quarantined.
 * @returns the settled entries
 * @throws as `deriveOrQuarantine`
 */
export async function storeOrQuarantine<Answer extends Answered>(
  db: Database,
  stage: QueueStage,
  answers: readonly Answer[],
  store: (answers: readonly Answer[]) => Promise<QueueEntry[]>,
): Promise<QueueEntry[]> {
  try {
    return await store(answers);
  } catch (error) {
    const [first, ...others] = answers;
    if (first === undefined || !isOfEntry(error)) throw error;
    if (others.length === 0) {
      await quarantine(db, stage, first.entry, error);
      return [];
    }
    const settled: QueueEntry[] = [];
    for (const each of answers)
      settled.push(...(await storeOrQuarantine(db, stage, [each], store)));
    return settled;
  }
}

async function quarantine(db: Database, stage: QueueStage, entry: QueueEntry, error: unknown) {
  if (!isOfEntry(error)) throw error;
  await noteFailure(db, stage, entry, describeFault(error));
}

/** A "busy" refusal or a disk error affects every entry alike. */
function isOfEntry(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === "DomainError") return false;
  if (!("code" in error)) return true;
  const code = String(error.code);
  return !code.startsWith("SQLITE_") || dataFaults.some((fault) => code.startsWith(fault));
}
