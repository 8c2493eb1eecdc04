import type { Connection } from "@/db/connect";
import type { ContactRow } from "@/lib/analytics/rows/contact-row";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { statement, type Database } from "../database";
import {
  isCurrent,
  nextRevision,
  settle,
  type AnswerStamp,
  type QueueEntry,
  type Stamp,
} from "../queue";
import { replaceDisclosureRows, type ChildRows } from "./child-rows";
import { isVersionCurrent } from "./enqueue-older-versions";
import { insertKnowledge } from "./knowledge";
import { isMergeCurrent } from "./merges";
import { replaceCase, type CaseWrite } from "./write-case";

/** A case as it was when it was read. */
type ReadCase = {
  readonly caseKey: number;
  /** Its revision. */
  readonly changed: number;
};

/** A stored case's disclosures, judged anew, with all rows that depend on them. */
export type CaseDisclosures = Pick<ChildRows, "disclosureRows"> &
  ReadCase & {
    readonly derived: Pick<DerivedCase, "caseId" | "interactions" | "messages">;
    readonly contactRows: readonly Pick<ContactRow, "ordinal" | "disclosures" | "unread">[];
    readonly knowledge: StoredKnowledge;
    /** The version that the case then has. */
    readonly derivedWith: string;
  };

/** Whether a case is as it was when it was read. */
export function isUnchanged(connection: Connection, { caseKey, changed }: ReadCase): boolean {
  const sql = "SELECT 1 FROM cases WHERE id = ? AND changed = ?";
  return statement<[number, number]>(connection, sql).get(caseKey, changed) !== undefined;
}

/** Replaces a case's disclosures inside a transaction; the rest of the case stays. */
export function writeDisclosures(
  connection: Connection,
  { caseKey, derived, knowledge, derivedWith, ...rows }: CaseDisclosures,
  revision: number,
): void {
  replaceDisclosureRows(connection, caseKey, derived, rows);
  insertKnowledge(connection, caseKey, knowledge);
  const sql = "UPDATE cases SET changed = ?, derived_with = ? WHERE id = ?";
  statement<[number, string, number]>(connection, sql).run(revision, derivedWith, caseKey);
}

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
