import type { DerivedCase, Message } from "@/lib/domain/case/case";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import type { CaseRow } from "@/lib/analytics/rows/case-row";
import { derivedCaseCodec } from "./case-columns";
import { isVersionCurrent } from "./enqueue-older-versions";
import { insertChildRows } from "./child-rows";
import { enqueueCustomers, noteCustomerChanges } from "./customer-changes";
import { insertRow } from "../insert-row";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { removeReplay, writeReplay, type ReplayWrite } from "../gate/replays";
import type { SqlValue } from "../row-codec";
import { indexedWords } from "../search/name-tokens";
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
import { filterInOrder, mapInOrder } from "@/lib/domain/in-order";

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

const insertSql = `INSERT INTO cases ${derivedCaseCodec.insert}`;
/** A case of no customer returns to none. */
const replaceSql = `UPDATE cases SET
    ${derivedCaseCodec.columns.map((column) => `${column} = ?`).join(", ")},
    repeat_us = CASE WHEN CAST(? AS text) IS NOT NULL THEN repeat_us END,
    repeat_case_id = CASE WHEN CAST(? AS text) IS NOT NULL THEN repeat_case_id END
  WHERE id = ?`;

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
  return db.write(async (connection) => {
    if (!(await isMergeCurrent(connection, mergeRevision))) return [];
    const stamp = { revision: await nextRevision(connection), nowUs };
    const current = await filterInOrder(writes, async ({ entry, rows, replay }) => {
      if (!(await isCurrent(connection, "case", entry))) return false;
      const { derivedWith } = rows ?? replay ?? {};
      return derivedWith === undefined || (await isVersionCurrent(connection, derivedWith));
    });
    const customers = new Map<string, number | null>();
    for (const write of current) {
      if (readReplayCaseId(write.entry.key) !== null) await replaceReplay(connection, write);
      else
        for (const each of await replaceCase(connection, write, stamp))
          customers.set(each, write.entry.flow ?? null);
    }
    await enqueueCustomers(connection, customers, stamp);
    return filterInOrder(
      current.map(({ entry }) => entry),
      (entry) => settle(connection, "case", entry),
    );
  });
}

/** A replay is no case: what counts, lists, searches or links cases has none of its rows. */
async function replaceReplay(connection: Connection, { entry, replay }: CaseWrite): Promise<void> {
  if (replay === undefined) await removeReplay(connection, entry.key);
  else await writeReplay(connection, replay);
}

/** Replaces a case's derived rows inside a transaction. @returns its customers, to be enqueued */
export async function replaceCase(
  connection: Connection,
  { entry, rows }: CaseWrite,
  stamp: Stamp,
): Promise<readonly string[]> {
  const stored = await readPlaced(connection, entry.key);
  if (stored !== undefined) await clearChildren(connection, stored.id);
  if (rows !== null) await insertCase(connection, rows, stored?.id, stamp);
  else if (stored !== undefined) await removeCase(connection, stored.id, stamp);
  const now = rows === null ? undefined : placedOf(rows);
  return noteCustomerChanges(connection, entry.key, [stored, now]);
}

async function readPlaced(connection: Connection, caseId: string) {
  const sql = "SELECT id, customer_id AS customerId FROM cases WHERE case_id = ?";
  type Stored = Pick<CaseRow, "customerId"> & { readonly id: number };
  const stored = await statement<[string], Stored>(connection, sql).get(caseId);
  if (stored === undefined) return undefined;
  const startsSql = "SELECT start_us FROM interactions WHERE case_key = ? AND is_touchpoint = 1";
  const starts = await tupleStatement<[number], [number]>(connection, startsSql).all(stored.id);
  return { ...stored, contactsUs: starts.flat() };
}

function placedOf({ row, derived }: CaseRows) {
  const contacts = derived.interactions.filter(({ isTouchpoint }) => isTouchpoint);
  return { customerId: row.customerId, contactsUs: contacts.map(({ startUs }) => startUs) };
}

/** The tables' statements are sent at once: their ways there and back would take longer than the work. */
async function clearChildren(connection: Connection, caseKey: number): Promise<void> {
  const clear = (table: string) =>
    statement<[number]>(connection, `DELETE FROM ${table} WHERE case_key = ?`).run(caseKey);
  await Promise.all(childTables.map(clear));
  await connection.words.remove(caseKey);
}

/** The key may be given to another case later, so it is remembered with the instant of its removal. */
async function removeCase(
  connection: Connection,
  caseKey: number,
  { revision }: Stamp,
): Promise<void> {
  await statement<[number]>(connection, "DELETE FROM cases WHERE id = ?").run(caseKey);
  const sql = `INSERT INTO removed_cases (key, changed) VALUES (?, ?)
    ON CONFLICT (key) DO UPDATE SET changed = excluded.changed`;
  await statement<[number, number]>(connection, sql).run(caseKey, revision);
}

async function insertCase(
  connection: Connection,
  write: CaseRows,
  stored: number | undefined,
  { revision }: Stamp,
): Promise<void> {
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
  const caseKey = stored ?? (await insertRow(connection, insertSql, ...values));
  if (stored !== undefined) {
    const { customerId } = row;
    const given = [...values, customerId, customerId, stored];
    await statement<SqlValue[]>(connection, replaceSql).run(...given);
  }
  await insertChildRows(connection, caseKey, derived, row);
  await insertMessages(connection, caseKey, derived.messages, write.contentOf);
  await insertScores(connection, caseKey, derived);
  await insertKnowledge(connection, caseKey, write.knowledge);
  await connection.words.put(caseKey, indexedWords(derived));
}

/** Messages whose rows are made at once. */
const messagesPerBlock = 1000;

type MessageValues = [number, number, number, string, number, number, string];

async function insertMessages(
  connection: Connection,
  caseKey: number,
  messages: readonly Message[],
  contentOf: CaseRows["contentOf"],
): Promise<void> {
  const rowOf = async (message: Message): Promise<MessageValues> => {
    const { ordinal, interaction, speaker, atUs, text, ...rest } = message;
    const content = contentOf(text) ?? (await internContent(connection, text));
    return [caseKey, ordinal, interaction, speaker, atUs, content, JSON.stringify(rest)];
  };
  const sql = "INSERT INTO messages VALUES (?, ?, ?, ?, ?, ?, ?)";
  const insert = statement<MessageValues>(connection, sql);
  for (let from = 0; from < messages.length; from += messagesPerBlock) {
    const block = messages.slice(from, from + messagesPerBlock);
    await insert.runAll(await mapInOrder(block, rowOf));
  }
}
