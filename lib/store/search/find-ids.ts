import { statement, tupleStatement, type Connection, type Database } from "../port";
import type { KeyList } from "./match-cases";
import { contactToken, nameToken, withoutSeparators } from "./name-tokens";
import { mapInOrder } from "@/lib/domain/in-order";
import { foldAscii } from "./fold-ascii";

/** A contact of a case by its ordinal. */
export type FoundContact = { readonly caseId: string; readonly ordinal: number };

/**
 * An id as traces may have it: as given, in either case, and with and without the dashes of a UUID. Ids are stored as
 * they were sent.
 */
function spellingsOf(text: string): readonly string[] {
  const bare = text.replaceAll("-", "");
  const [, ...parts] = /^(.{8})(.{4})(.{4})(.{4})(.{12})$/u.exec(bare) ?? [];
  const forms = [text, bare, ...(parts.length === 0 ? [] : [parts.join("-")])];
  return [...new Set(forms.flatMap((form) => [form, form.toLowerCase(), form.toUpperCase()]))];
}

/** The trace with an id, in any spelling. */
export function findTrace(db: Database, text: string): Promise<string | null> {
  const sql = `SELECT trace_id AS traceId FROM traces
    WHERE trace_id IN (SELECT value FROM json_each(?)) LIMIT 1`;
  return db.read(
    async (connection) =>
      (
        await statement<[string], { traceId: string }>(connection, sql).get(
          JSON.stringify(spellingsOf(text)),
        )
      )?.traceId ?? null,
  );
}

/** A span with an id, in any spelling: its own id and its trace's. */
export function findSpan(
  db: Database,
  text: string,
): Promise<{ readonly traceId: string; readonly spanId: string } | null> {
  const sql = `SELECT t.trace_id AS traceId, s.span_id AS spanId
    FROM spans s JOIN traces t ON t.id = s.trace
    WHERE s.span_id IN (SELECT value FROM json_each(?)) LIMIT 1`;
  type Found = { readonly traceId: string; readonly spanId: string };
  return db.read(
    async (connection) =>
      (await statement<[string], Found>(connection, sql).get(JSON.stringify(spellingsOf(text)))) ??
      null,
  );
}

/** The case with an id: as given, else in other letters or with other dashes. */
export function findCase(db: Database, text: string): Promise<string | null> {
  const sql = `SELECT case_id AS caseId FROM cases
    WHERE lower(replace(case_id, '-', '')) = replace(?, '-', '')
    ORDER BY case_id = ? DESC, lower(case_id) = ? DESC, case_id LIMIT 1`;
  const folded = foldAscii(text);
  return db.read(
    async (connection) =>
      (
        await statement<[string, string, string], { caseId: string }>(connection, sql).get(
          folded,
          text,
          folded,
        )
      )?.caseId ?? null,
  );
}

/** The contacts with an id, in any spelling. */
export function findContacts(db: Database, text: string): Promise<readonly FoundContact[]> {
  const token = contactToken(text);
  if (token === null) return Promise.resolve([]);
  const sql = `SELECT c.case_id, i.ordinal, i.body ->> '$.interactionId'
    FROM cases c JOIN interactions i ON i.case_key = c.id
    WHERE c.id IN (SELECT CAST(value AS bigint) FROM json_each(?)) ORDER BY c.case_id, i.ordinal`;
  const wanted = withoutSeparators(text);
  return db.read(async (connection) => {
    const keys = `[${await connection.words.listKeys([token])}]`;
    const contacts = tupleStatement<[string], [string, number, string | null]>(connection, sql);
    return (await contacts.all(keys))
      .filter(([, , id]) => id !== null && withoutSeparators(id) === wanted)
      .map(([caseId, ordinal]) => ({ caseId, ordinal }));
  });
}

/** The cases of a session's traces. */
export function findSessionCases(db: Database, text: string): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT i.case_id FROM trace_sessions ts JOIN spans s ON s.trace = ts.trace
      JOIN identities i ON i.id = s.identity
    WHERE ts.session IN (SELECT value FROM json_each(?)) AND i.case_id IS NOT NULL
    ORDER BY i.case_id`;
  return db.read((connection) => column(connection, sql, JSON.stringify(spellingsOf(text))));
}

/** The cases that a trace's spans belong to. */
export function readCasesOfTrace(db: Database, traceId: string): Promise<readonly string[]> {
  const sql = `SELECT DISTINCT i.case_id FROM traces t JOIN spans s ON s.trace = t.id
      JOIN identities i ON i.id = s.identity
    WHERE t.trace_id = ? AND i.case_id IS NOT NULL ORDER BY i.case_id`;
  return db.read((connection) => column(connection, sql, traceId));
}

async function column(
  connection: Connection,
  sql: string,
  parameter: string,
): Promise<readonly string[]> {
  return (await tupleStatement<[string], [string]>(connection, sql).all(parameter)).flat();
}

/** Ids of traces are searched by their beginning from so many hex digits on. */
const traceDigitsMin = 8;
const spanDigits = 16;

/**
 * The cases that a search term names otherwise than by a case's or a customer's id: by a tool, model or prompt, a
 * contact's or session's id, the beginning of a trace's, or a span's.
 */
export function matchNames(db: Database, text: string): Promise<readonly KeyList[]> {
  const tokens = [nameToken(text), contactToken(text)].filter((token) => token !== null);
  const digits = text.replaceAll("-", "").toLowerCase();
  const isHex = /^[0-9a-f]+$/u.test(digits) && digits.length >= traceDigitsMin;
  return db.read(async (connection) => [
    ...(await mapInOrder(tokens, (token) => connection.words.listKeys([token]))),
    // A word without a digit is no id that a program made.
    ...(/\d/u.test(text)
      ? [await keysOf(connection, sessionSql, JSON.stringify(spellingsOf(text)))]
      : []),
    ...(isHex ? [await keysOf(connection, traceSql, digits, `${digits}g`)] : []),
    ...(isHex && digits.length === spanDigits
      ? [await keysOf(connection, spanSql, JSON.stringify(spellingsOf(text)))]
      : []),
  ]);
}

const sessionSql = `SELECT group_concat(id) AS keys FROM cases WHERE case_id IN
  (SELECT i.case_id FROM trace_sessions ts JOIN spans s ON s.trace = ts.trace
    JOIN identities i ON i.id = s.identity
    WHERE ts.session IN (SELECT value FROM json_each(?)))`;
const traceSql = `SELECT group_concat(id) AS keys FROM cases WHERE case_id IN
  (SELECT i.case_id FROM traces t JOIN spans s ON s.trace = t.id
    JOIN identities i ON i.id = s.identity WHERE t.trace_id >= ? AND t.trace_id < ?)`;
const spanSql = `SELECT group_concat(id) AS keys FROM cases WHERE case_id IN
  (SELECT i.case_id FROM spans s JOIN identities i ON i.id = s.identity
    WHERE s.span_id IN (SELECT value FROM json_each(?)))`;

async function keysOf(
  connection: Connection,
  sql: string,
  ...parameters: string[]
): Promise<KeyList> {
  type Row = { readonly keys: string | null };
  return (await statement<string[], Row>(connection, sql).get(...parameters))?.keys ?? "";
}
