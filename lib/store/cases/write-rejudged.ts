import type { Connection } from "@/db/connect";
import type { Database } from "../database";
import {
  isCurrent,
  nextRevision,
  settle,
  type AnswerStamp,
  type QueueEntry,
  type Stamp,
} from "../queue";
import { isVersionCurrent } from "./enqueue-older-versions";
import { isMergeCurrent } from "./merges";
import { replaceCase, type CaseWrite } from "./write-case";
import {
  isUnchanged,
  writeDisclosures,
  type CaseDisclosures,
  type ReadCase,
} from "./write-disclosures";

/** What becomes of an entry of the stage `rules`. */
export type RejudgedCase = {
  readonly entry: QueueEntry;
  /** Null: the case is gone or was derived meanwhile. A whole case where more than its disclosures is out of date. */
  readonly result: CaseDisclosures | (CaseWrite & ReadCase) | null;
};

/**
 * Stores in one transaction what changed rules made of cases. A case that was enqueued again or written meanwhile is
 * skipped and stays queued.
 * @returns the entries that were settled
 */
export function writeRejudged(
  db: Database,
  rejudged: readonly RejudgedCase[],
  { mergeRevision, nowUs }: AnswerStamp,
): Promise<QueueEntry[]> {
  return db.write((connection) => {
    if (!isMergeCurrent(connection, mergeRevision)) return [];
    const stamp = { revision: nextRevision(connection), nowUs };
    return rejudged
      .filter(({ entry }) => isCurrent(connection, "rules", entry))
      .filter((each) => storeResult(connection, each, stamp))
      .map(({ entry }) => entry)
      .filter((entry) => settle(connection, "rules", entry));
  });
}

/** @returns false where the result is out of date */
function storeResult(connection: Connection, { result }: RejudgedCase, stamp: Stamp): boolean {
  if (result === null) return true;
  if (!isUnchanged(connection, result)) return false;
  if ("entry" in result) {
    const { rows } = result;
    if (rows !== null && !isVersionCurrent(connection, rows.derivedWith)) return false;
    replaceCase(connection, result, stamp);
    return true;
  }
  if (!isVersionCurrent(connection, result.derivedWith)) return false;
  writeDisclosures(connection, result, stamp.revision);
  return true;
}
