import type { Connection } from "@/db/connect";
import type { DerivedCase, Message } from "@/lib/domain/case/case";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import { derivedCaseCodec } from "./case-columns";
import { isVersionCurrent } from "./enqueue-older-versions";
import { insertChildRows } from "./child-rows";
import { enqueueCustomers } from "./customer-links";
import { statement, tupleStatement, type Database } from "../database";
import { removeReplay, writeReplay, type ReplayWrite } from "../gate/replays";
import type { SqlValue } from "../row-codec";
import { nameTokensOf } from "../search/name-tokens";
import { internContent } from "../spans/intern";
import { insertScores } from "./insert-scores";
import { insertKnowledge } from "./knowledge";
import { isMergeCurrent } from "./merges";
import {
  isCurrent,
  nextRevision,
  settle,
  type AnswerStamp,
  type Stamp,
  type QueueEntry,
} from "../queue";

export type CaseWrite = {
  readonly entry: QueueEntry;
  /** null: nothing is left of the case, it is removed; or it is a replay. */
  readonly rows: CaseRows | null;
  /** What is stored in place of rows for a replay of a cohort's item. */
  readonly replay?: ReplayWrite;
};

export type CaseRows = {
  readonly derived: DerivedCase;
  readonly row: CaseRow;
  readonly knowledge: StoredKnowledge;
  /** Versions of derivation, settings and evaluators that made it. */
  readonly derivedWith: string;
  /** The row of contents a text was read from, if it was read. */
  readonly contentOf: (text: string) => number | undefined;
};

const upsertSql = `INSERT INTO cases ${derivedCaseCodec.insert}
  ON CONFLICT (case_id) DO UPDATE SET
    ${derivedCaseCodec.columns.map((column) => `${column} = excluded.${column}`).join(", ")},
    repeat_us = iif(excluded.customer_id IS NULL, NULL, repeat_us),
    repeat_case_id = iif(excluded.customer_id IS NULL, NULL, repeat_case_id)
  RETURNING id`;

const childTables = [
  ...(["interactions", "handoffs", "promises", "disclosures"] as const),
  ...(["personal_values", "messages", "scores", "case_knowledge"] as const),
] as const;

/**
 * Replaces cases' derived rows in one transaction; readers see the old ones until then. A case that was enqueued again
 * meanwhile is skipped, and so are all where a merge or another version was recorded meanwhile.
 * @returns the entries that were settled
 */
export function writeCases(
  db: Database,
  writes: readonly CaseWrite[],
  { mergeRevision, nowUs }: AnswerStamp,
): Promise<QueueEntry[]> {
  return db.write((connection) => {
    if (!isMergeCurrent(connection, mergeRevision)) return [];
    const stamp = { revision: nextRevision(connection), nowUs };
    return writes
      .filter(({ entry }) => isCurrent(connection, "case", entry))
      .filter(({ rows, replay }) => {
        const { derivedWith } = rows ?? replay ?? {};
        return derivedWith === undefined || isVersionCurrent(connection, derivedWith);
      })
      .map((write) =>
        readReplayCaseId(write.entry.key) === null
          ? replaceCase(connection, write, stamp)
          : replaceReplay(connection, write),
      )
      .filter((entry) => settle(connection, "case", entry));
  });
}

/** A replay is no case: what counts, lists, searches or links cases has none of its rows. */
function replaceReplay(connection: Connection, { entry, replay }: CaseWrite): QueueEntry {
  if (replay === undefined) removeReplay(connection, entry.key);
  else writeReplay(connection, replay);
  return entry;
}

/** Replaces a case's derived rows inside a transaction. */
export function replaceCase(
  connection: Connection,
  { entry, rows }: CaseWrite,
  stamp: Stamp,
): QueueEntry {
  const stored = readPlaced(connection, entry.key);
  if (stored !== undefined) clearChildren(connection, stored.id);
  if (rows !== null) insertCase(connection, rows, stamp);
  else if (stored !== undefined) removeCase(connection, stored.id, stamp);
  const now = rows === null ? undefined : placedOf(rows);
  enqueueCustomers(connection, entry.key, [stored, now], stamp);
  return entry;
}

function readPlaced(connection: Connection, caseId: string) {
  const sql = "SELECT id, customer_id AS customerId FROM cases WHERE case_id = ?";
  type Stored = Pick<CaseRow, "customerId"> & { readonly id: number };
  const stored = statement<[string], Stored>(connection, sql).get(caseId);
  if (stored === undefined) return undefined;
  const startsSql = "SELECT start_us FROM interactions WHERE case_key = ? AND is_touchpoint";
  const starts = tupleStatement<[number], [number]>(connection, startsSql).all(stored.id);
  return { ...stored, contactsUs: starts.flat() };
}

function placedOf({ row, derived }: CaseRows) {
  const contacts = derived.interactions.filter(({ isTouchpoint }) => isTouchpoint);
  return { customerId: row.customerId, contactsUs: contacts.map(({ startUs }) => startUs) };
}

function clearChildren(connection: Connection, caseKey: number): void {
  for (const table of childTables) {
    statement<[number]>(connection, `DELETE FROM ${table} WHERE case_key = ?`).run(caseKey);
  }
  statement<[number]>(connection, "DELETE FROM case_search WHERE rowid = ?").run(caseKey);
}

/** The key may be given to another case later, so it is remembered with the instant of its removal. */
function removeCase(connection: Connection, caseKey: number, { revision }: Stamp): void {
  statement<[number]>(connection, "DELETE FROM cases WHERE id = ?").run(caseKey);
  const sql = `INSERT INTO removed_cases (key, changed) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET changed = excluded.changed`;
  statement<[number, number]>(connection, sql).run(caseKey, revision);
}

function insertCase(connection: Connection, write: CaseRows, { revision }: Stamp): void {
  const { derived, row, derivedWith } = write;
  const values = derivedCaseCodec.values({
    ...row,
    closureBecause: derived.closure.because,
    closureQuotes: derived.closure.quotes,
    caseEvents: derived.caseEvents,
    findings: derived.findings,
    intentConfidence: derived.inferredIntent?.confidence ?? null,
    intentBecause: derived.inferredIntent?.because ?? null,
    derivedWith,
    changed: revision,
  });
  const inserted = statement<SqlValue[], { id: number }>(connection, upsertSql).get(...values);
  if (inserted === undefined) throw new Error("SQLite returned no id for an inserted case.");
  const caseKey = inserted.id;
  insertChildRows(connection, caseKey, derived, row);
  for (const message of derived.messages)
    insertMessage(connection, caseKey, message, write.contentOf);
  insertScores(connection, caseKey, derived);
  insertKnowledge(connection, caseKey, write.knowledge);
  const sql = "INSERT INTO case_search (rowid, words) VALUES (?, ?)";
  statement<[number, string]>(connection, sql).run(caseKey, indexedWords(derived));
}

function insertMessage(
  connection: Connection,
  caseKey: number,
  message: Message,
  contentOf: CaseRows["contentOf"],
): void {
  const { ordinal, interaction, speaker, atUs, text, ...rest } = message;
  const content = contentOf(text) ?? internContent(connection, text);
  const sql = "INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)";
  statement<[number, number, number, string, number, number, string]>(connection, sql).run(
    caseKey,
    ordinal,
    interaction,
    speaker,
    atUs,
    content,
    JSON.stringify(rest),
  );
}

/** What was said, and the names and ids by which a case is found, too. */
function indexedWords(derived: DerivedCase): string {
  const said = derived.messages
    .filter(({ speaker }) => speaker !== "system")
    .map(({ text }) => text);
  return [...said, ...nameTokensOf(derived)].join("\n");
}
