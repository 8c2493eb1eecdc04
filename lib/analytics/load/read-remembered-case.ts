import type { Database } from "@/lib/store/port";
import { readCase, readCaseRevision, type StoredCase } from "@/lib/store/cases/read-case";

type Remembered = {
  readonly caseId: string;
  readonly revision: number;
  readonly stored: StoredCase;
};
const remembered = new WeakMap<Database, readonly Remembered[]>();

/** The open case and a few recent ones; a message is about a kilobyte. */
const casesMax = 4;
const messagesMax = 20_000;

/**
 * Reads a case, or takes the cached one if its revision is the same: each selection on its page needs it again.
 * @returns null where there is no such case
 */
export async function readRememberedCase(db: Database, caseId: string): Promise<StoredCase | null> {
  // A write between the two reads has a higher revision, so the case is read again the next time.
  const revision = await readCaseRevision(db, caseId);
  const known = remembered.get(db)?.find((each) => each.caseId === caseId);
  const isKnown = known?.revision === revision;
  const stored = isKnown ? known.stored : await readCase(db, caseId);
  const others = (remembered.get(db) ?? []).filter((each) => each.caseId !== caseId);
  const isKept = revision !== null && stored !== null && stored.row.messages <= messagesMax;
  const kept = isKept ? [{ caseId, revision, stored }, ...others] : others;
  remembered.set(db, kept.slice(0, casesMax));
  return stored;
}
