import type { Connection } from "@/db/connect";
import { DomainError } from "@/lib/domain/domain-error";
import { statement, tupleStatement, type Database } from "../database";
import { bumpInterning, heldBySpans, noteUnswept, retireInterned } from "./retired-rows";
import { enqueueMerges } from "../cases/merges";
import { enqueue, forgetEntries, nextRevision, type Stamp } from "../queue";

/** What to remove: a span, a trace, everything of an ingest, or everything of a case. */
export type Removal =
  | { readonly kind: "span"; readonly traceId: string; readonly spanId: string }
  | { readonly kind: "trace"; readonly traceId: string }
  | { readonly kind: "batch"; readonly batch: number }
  | { readonly kind: "case"; readonly caseId: string };

/** Spans and CRM records, as JSON arrays of their keys. */
type Keyed = { readonly kind: "keyed"; readonly spans: string; readonly records: string };

type Selection = Removal | Keyed;

/** The size of a removal. */
export type Removed = {
  readonly spans: number;
  /** Log events with words of spans. */
  readonly events: number;
  readonly records: number;
  /** Refusals that were kept of an ingest. */
  readonly rejects: number;
  readonly cases: number;
};

const spansSql: Readonly<Record<Selection["kind"], string>> = {
  keyed: "SELECT value AS id FROM json_each(@spans)",
  span: `SELECT s.id FROM traces t JOIN spans s ON s.trace = t.id WHERE t.trace_id = @traceId
    AND (s.span_id = @spanId OR (s.part = 'event' AND s.parent_span_id = @spanId))`,
  trace: "SELECT s.id FROM traces t JOIN spans s ON s.trace = t.id WHERE t.trace_id = @traceId",
  batch: "SELECT id FROM spans WHERE batch = @batch",
  case: "SELECT s.id FROM identities i JOIN spans s ON s.identity = i.id WHERE i.case_id = @caseId",
};

const recordsSql: Readonly<Record<Selection["kind"], string>> = {
  keyed: "rowid IN (SELECT value FROM json_each(@records))",
  span: "@kind IS NULL",
  trace: "@kind IS NULL",
  batch: "batch = @batch",
  case: "case_id = @caseId",
};

/**
 * Counts what a removal would remove, without changes.
 * @throws DomainError "invalid-input" for a case that was merged into another
 */
export function readRemoval(db: Database, removal: Removal): Promise<Removed> {
  return db.read((connection) => countRemoval(connection, removal));
}

/**
 * Removes spans and their findings, and CRM records, in one transaction, and enqueues what they touched: derivation
 * then works as if they had never come. Models' judgements of those cases are removed too, people's labels where
 * nothing is left of a case. Texts without a reference stay until `blankRetired` has run.
 * @param nowUs microseconds since 1970, for the age of the queue's entries only
 */
export function removeData(db: Database, removal: Removal, nowUs: number): Promise<Removed> {
  return db.write((connection) => {
    const removed = countRemoval(connection, removal);
    const stamp = { revision: nextRevision(connection), nowUs };
    removeSelection(connection, removal, stamp);
    if (removal.kind === "batch") clearBatch(connection, removal.batch);
    return removed;
  });
}

/**
 * What `removeData` does, inside a transaction. The bytes stay in the file until `sweepRemoved`, which is noted.
 * @returns ids of the cases that were touched
 */
export function removeSelection(
  connection: Connection,
  selection: Selection,
  stamp: Stamp,
): readonly string[] {
  connection.pragma("secure_delete = ON");
  noteUnswept(connection);
  const tracesSql = `SELECT DISTINCT trace FROM spans WHERE id IN (${spansSql[selection.kind]})`;
  const traces = column<number>(connection, tracesSql, selection);
  const cases = column<string>(connection, touchedSql(selection), selection);
  retire(connection, selection, cases);
  removeRecords(connection, selection, stamp);
  removeSpans(connection, selection);
  forgetEntries(connection, "trace", traces.map(String));
  forgetEntries(connection, "case", cases);
  forgetEntries(connection, "rules", cases);
  enqueue(connection, "trace", traces.map(String), stamp);
  enqueue(connection, "case", cases, stamp);
  for (const caseId of cases) removeWordsAbout(connection, caseId);
  bumpInterning(connection);
  return cases;
}

function countRemoval(connection: Connection, removal: Removal): Removed {
  if (removal.kind === "case") refuseMerged(connection, removal.caseId);
  const count = (sql: string) => column<number>(connection, sql, removal)[0] ?? 0;
  const { kind } = removal;
  return {
    spans: count(`SELECT count(*) FROM spans WHERE id IN (${spansSql[kind]}) AND part <> 'event'`),
    events: count(`SELECT count(*) FROM spans WHERE id IN (${spansSql[kind]}) AND part = 'event'`),
    records: count(`SELECT count(*) FROM case_records WHERE ${recordsSql[kind]}`),
    rejects: kind === "batch" ? count("SELECT count(*) FROM rejects WHERE batch = @batch") : 0,
    cases: column(connection, touchedSql(removal), removal).length,
  };
}

/** Its spans are those of the case that it was merged into; without its record they would be its own again. */
function refuseMerged(connection: Connection, caseId: string): void {
  const sql = "SELECT merged_into FROM cases WHERE case_id = ? AND merged_into IS NOT NULL";
  const row = statement<[string], { merged_into: string }>(connection, sql).get(caseId);
  if (row === undefined) return;
  throw new DomainError(
    "invalid-input",
    `The case ${caseId} was merged into ${row.merged_into}, which its spans belong to: remove that case, or its traces.`,
  );
}

/** The first column of a query that names the removal's fields. */
function column<Value>(connection: Connection, sql: string, removal: Selection): Value[] {
  type Row = readonly [value: Value];
  return tupleStatement<[Selection], Row>(connection, sql)
    .all(removal)
    .map(([value]) => value);
}

function touchedSql({ kind }: Selection): string {
  return `SELECT i.case_id FROM spans s JOIN identities i ON i.id = s.identity
      WHERE s.id IN (${spansSql[kind]}) AND i.case_id IS NOT NULL
    UNION SELECT case_id FROM case_records WHERE ${recordsSql[kind]}`;
}

/**
 * Retires the texts and declarations of the spans and their cases' messages, so that new spans cannot refer to them.
 */
function retire(connection: Connection, removal: Selection, cases: readonly string[]): void {
  const inRemoval = `id IN (${spansSql[removal.kind]})`;
  const { contents, declarations } = heldBySpans(connection, inRemoval, removal);
  const messages = tupleStatement<[string], readonly [number]>(
    connection,
    "SELECT DISTINCT m.content FROM cases c JOIN messages m ON m.case_key = c.id WHERE c.case_id = ?",
  );
  for (const caseId of cases) for (const [id] of messages.all(caseId)) contents.add(id);
  retireInterned(connection, "contents", contents);
  retireInterned(connection, "declarations", declarations);
}

function removeSpans(connection: Connection, removal: Selection): void {
  const ids = column<number>(connection, spansSql[removal.kind], removal);
  for (const id of ids) {
    for (const table of ["span_findings", "span_pii"]) {
      statement<[number]>(connection, `DELETE FROM ${table} WHERE span = ?`).run(id);
    }
    statement<[number]>(connection, "DELETE FROM spans WHERE id = ?").run(id);
  }
}

function removeRecords(connection: Connection, removal: Selection, stamp: Stamp): void {
  const where = recordsSql[removal.kind];
  const endsSql = (end: string) =>
    `SELECT ${end} FROM case_records WHERE merged_into IS NOT NULL AND ${where}`;
  const ends = ["case_id", "merged_into"].flatMap((end) =>
    column<string>(connection, endsSql(end), removal),
  );
  if (ends.length > 0) enqueueMerges(connection, ends, stamp);
  const sql = `DELETE FROM case_records WHERE ${where}`;
  statement<[Selection]>(connection, sql).run(removal);
}

/** The row stays: a sender that continues is counted in it. */
function clearBatch(connection: Connection, batch: number): void {
  statement<[number]>(connection, "DELETE FROM rejects WHERE batch = ?").run(batch);
  const sql = `UPDATE batches SET accepted = 0, overwritten = 0, duplicate = 0, rejected = 0, differing = 0, records = 0,
      events = 0, erased = 0, expired = 0,
      source = iif(source LIKE 'Removed: %', source, 'Removed: ' || source) WHERE id = ?`;
  statement<[number]>(connection, sql).run(batch);
}

/** Models' judgements of a case, which saw what is removed, and people's labels where nothing is left of it. */
function removeWordsAbout(connection: Connection, caseId: string): void {
  const remove = (table: string) =>
    statement<[string]>(connection, `DELETE FROM ${table} WHERE case_id = ?`).run(caseId);
  for (const table of ["judgements", "judged_cases"]) remove(table);
  if (isLeftOfCase(connection, caseId)) return;
  for (const table of ["notes", "case_attention", "labels"]) remove(table);
}

/** Whether a case has spans or records. */
export function isLeftOfCase(connection: Connection, caseId: string): boolean {
  const sql = `SELECT EXISTS (SELECT 1 FROM identities i JOIN spans s ON s.identity = i.id
      WHERE i.case_id = @caseId)
    OR EXISTS (SELECT 1 FROM case_records WHERE case_id = @caseId) AS isLeft`;
  const left = statement<[{ readonly caseId: string }], { isLeft: number }>(connection, sql);
  return left.get({ caseId })?.isLeft === 1;
}
