import type { Connection, Database } from "../port";
import {
  isCurrent,
  nextRevision,
  settle,
  type AnswerStamp,
  type QueueEntry,
  type Stamp,
} from "../queue";
import { enqueueCustomers } from "./customer-changes";
import { isVersionCurrent } from "./enqueue-older-versions";
import { isMergeCurrent } from "./merges";
import { replaceCase, type CaseWrite } from "./write-case";
import {
  isUnchanged,
  writeDisclosures,
  type CaseDisclosures,
  type ReadCase,
} from "./write-disclosures";
import { filterInOrder } from "@/lib/domain/in-order";

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
  return db.write(async (connection) => {
    if (!(await isMergeCurrent(connection, mergeRevision))) return [];
    const stamp = { revision: await nextRevision(connection), nowUs };
    const current = await filterInOrder(rejudged, ({ entry }) =>
      isCurrent(connection, "rules", entry),
    );
    const stored = await filterInOrder(current, (each) => storeResult(connection, each, stamp));
    const entries = stored.map(({ entry }) => entry);
    return filterInOrder(entries, (entry) => settle(connection, "rules", entry));
  });
}

/** @returns false where the result is out of date */
async function storeResult(
  connection: Connection,
  { result }: RejudgedCase,
  stamp: Stamp,
): Promise<boolean> {
  if (result === null) return true;
  if (!(await isUnchanged(connection, result))) return false;
  if ("entry" in result) {
    const { rows } = result;
    if (rows !== null && !(await isVersionCurrent(connection, rows.derivedWith))) return false;
    const customers = await replaceCase(connection, result, stamp);
    const flows = new Map(customers.map((each) => [each, result.entry.flow ?? null]));
    await enqueueCustomers(connection, flows, stamp);
    return true;
  }
  if (!(await isVersionCurrent(connection, result.derivedWith))) return false;
  await writeDisclosures(connection, result, stamp.revision);
  return true;
}
