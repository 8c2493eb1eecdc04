import type { Database } from "@/lib/store/database";
import { noteFailure, type QueueEntry, type QueueStage } from "@/lib/store/queue";
import { describeError } from "../worker/describe-error";

type Answered = { readonly entry: QueueEntry };

/** Faults of the database that lie in what is stored, not in the disk or another process. */
const dataFaults = ["SQLITE_CONSTRAINT", "SQLITE_MISMATCH", "SQLITE_TOOBIG"];

/**
 * Works out the answer for one entry.
 * @returns null where that failed: the entry rests, and those behind it go on
 * @throws what is not the entry's own fault: the database is busy, full or broken
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
    await rest(db, stage, entry, error);
    return null;
  }
}

/**
 * Stores answers in one transaction; where that fails, each in one of its own, and those that fail rest.
 * @returns the entries that were settled
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
      await rest(db, stage, first.entry, error);
      return [];
    }
    const settled: QueueEntry[] = [];
    for (const each of answers)
      settled.push(...(await storeOrQuarantine(db, stage, [each], store)));
    return settled;
  }
}

async function rest(db: Database, stage: QueueStage, entry: QueueEntry, error: unknown) {
  if (!isOfEntry(error)) throw error;
  await noteFailure(db, stage, entry, describeError(error));
}

/** Our own refusals ("busy") and faults of the disk concern every entry alike. */
function isOfEntry(error: unknown): boolean {
  if (!(error instanceof Error) || error.name === "DomainError") return false;
  if (!("code" in error)) return true;
  const code = String(error.code);
  return !code.startsWith("SQLITE_") || dataFaults.some((fault) => code.startsWith(fault));
}
