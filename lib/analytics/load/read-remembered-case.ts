import type { Database } from "@/lib/store/database";
import { readCase, readCaseRevision, type StoredCase } from "@/lib/store/cases/read-case";

type Remembered = {
  readonly caseId: string;
  readonly revision: number;
  readonly stored: StoredCase;
};
const remembered = new WeakMap<Database, readonly Remembered[]>();

/** The one that is being read and a few that one comes back to; each message is about a kilobyte. */
const casesMax = 4;
const messagesMax = 20_000;

/**
 * Reads a case, or takes it as it was read the last time where it was not written since: each
 * selection on its page asks for all of it again.
 * @returns null where there is no such case
 */
export async function readRememberedCase(db: Database, caseId: string): Promise<StoredCase | null> {
  // What is written between the two readings has a higher revision, and is read again the next time.
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
