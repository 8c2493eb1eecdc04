import { DomainError } from "@/lib/domain/domain-error";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { bumpInterning, heldBySpans, inKeys, noteUnswept, retireInterned } from "./retired-rows";
import { enqueueMerges } from "../cases/merges";
import { enqueue, forgetEntries, nextRevision, type Stamp } from "../queue";
import { sharedTurns } from "../queue-rounds";
import { flatMapInOrder } from "@/lib/domain/in-order";

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
  keyed: "SELECT CAST(value AS bigint) AS id FROM json_each(@spans)",
  span: `SELECT s.id FROM traces t JOIN spans s ON s.trace = t.id WHERE t.trace_id = @traceId
    AND (s.span_id = @spanId OR (s.part = 'event' AND s.parent_span_id = @spanId))`,
  trace: "SELECT s.id FROM traces t JOIN spans s ON s.trace = t.id WHERE t.trace_id = @traceId",
  batch: "SELECT id FROM spans WHERE batch = @batch",
  case: "SELECT s.id FROM identities i JOIN spans s ON s.identity = i.id WHERE i.case_id = @caseId",
};

const recordsSql: Readonly<Record<Selection["kind"], string>> = {
  keyed: "id IN (SELECT CAST(value AS bigint) FROM json_each(@records))",
  span: "CAST(@kind AS text) IS NULL",
  trace: "CAST(@kind AS text) IS NULL",
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
  return db.write(async (connection) => {
    const removed = await countRemoval(connection, removal);
    const stamp = { revision: await nextRevision(connection), nowUs };
    await removeSelection(connection, removal, stamp);
    if (removal.kind === "batch") await clearBatch(connection, removal.batch);
    return removed;
  });
}

/**
 * What `removeData` does, inside a transaction. The bytes stay in the file until `sweepRemoved`, which is noted.
 * @returns ids of the cases that were touched
 */
export async function removeSelection(
  connection: Connection,
  selection: Selection,
  stamp: Stamp,
): Promise<readonly string[]> {
  await connection.overwriteRemoved();
  await noteUnswept(connection);
  const tracesSql = `SELECT DISTINCT trace FROM spans WHERE id IN (${spansSql[selection.kind]})`;
  const traces = await column<number>(connection, tracesSql, selection);
  const cases = await column<string>(connection, touchedSql(selection), selection);
  await retire(connection, selection, cases);
  await removeRecords(connection, selection, stamp);
  await removeSpans(connection, selection);
  await forgetEntries(connection, "trace", traces.map(String));
  await forgetEntries(connection, "case", cases);
  await forgetEntries(connection, "rules", cases);
  const turns = sharedTurns(() => `removal ${String(stamp.revision)}`);
  await enqueue(connection, "trace", traces.map(String), stamp, turns);
  await enqueue(connection, "case", cases, stamp, turns);
  await removeWordsAbout(connection, cases);
  await bumpInterning(connection);
  return cases;
}

async function countRemoval(connection: Connection, removal: Removal): Promise<Removed> {
  if (removal.kind === "case") await refuseMerged(connection, removal.caseId);
  const count = async (sql: string) => (await column<number>(connection, sql, removal))[0] ?? 0;
  const { kind } = removal;
  return {
    spans: await count(
      `SELECT count(*) FROM spans WHERE id IN (${spansSql[kind]}) AND part <> 'event'`,
    ),
    events: await count(
      `SELECT count(*) FROM spans WHERE id IN (${spansSql[kind]}) AND part = 'event'`,
    ),
    records: await count(`SELECT count(*) FROM case_records WHERE ${recordsSql[kind]}`),
    rejects:
      kind === "batch" ? await count("SELECT count(*) FROM rejects WHERE batch = @batch") : 0,
    cases: (await column(connection, touchedSql(removal), removal)).length,
  };
}

/** Its spans are those of the case that it was merged into; without its record they would be its own again. */
async function refuseMerged(connection: Connection, caseId: string): Promise<void> {
  const sql = "SELECT merged_into FROM cases WHERE case_id = ? AND merged_into IS NOT NULL";
  const row = await statement<[string], { merged_into: string }>(connection, sql).get(caseId);
  if (row === undefined) return;
  throw new DomainError(
    "invalid-input",
    `The case ${caseId} was merged into ${row.merged_into}, which its spans belong to: remove that case, or its traces.`,
  );
}

/** The first column of a query that names the removal's fields. */
async function column<Value>(
  connection: Connection,
  sql: string,
  removal: Selection,
): Promise<Value[]> {
  type Row = readonly [value: Value];
  return (await tupleStatement<[Selection], Row>(connection, sql).all(removal)).map(
    ([value]) => value,
  );
}

function touchedSql({ kind }: Selection): string {
  return `SELECT i.case_id FROM spans s JOIN identities i ON i.id = s.identity
      WHERE s.id IN (${spansSql[kind]}) AND i.case_id IS NOT NULL
    UNION SELECT case_id FROM case_records WHERE ${recordsSql[kind]}`;
}

/**
 * Retires the texts and declarations of the spans and their cases' messages, so that new spans cannot refer to them.
 */
async function retire(
  connection: Connection,
  removal: Selection,
  cases: readonly string[],
): Promise<void> {
  const inRemoval = `id IN (${spansSql[removal.kind]})`;
  const { contents, declarations } = await heldBySpans(connection, inRemoval, removal);
  const sql = `SELECT DISTINCT m.content FROM cases c JOIN messages m ON m.case_key = c.id
    WHERE c.case_id IN (SELECT value FROM json_each(?))`;
  const messages = tupleStatement<[string], readonly [number]>(connection, sql);
  for (const [id] of await messages.all(JSON.stringify(cases))) contents.add(id);
  await retireInterned(connection, "contents", contents);
  await retireInterned(connection, "declarations", declarations);
}

/** Tables with rows of a span. */
export const tablesOfSpans = ["span_findings", "span_pii", "sealed_originals"] as const;

async function removeSpans(connection: Connection, removal: Selection): Promise<void> {
  const ids = JSON.stringify(await column<number>(connection, spansSql[removal.kind], removal));
  for (const table of tablesOfSpans)
    await statement<[string]>(connection, `DELETE FROM ${table} WHERE span ${inKeys}`).run(ids);
  await statement<[string]>(connection, `DELETE FROM spans WHERE id ${inKeys}`).run(ids);
}

async function removeRecords(
  connection: Connection,
  removal: Selection,
  stamp: Stamp,
): Promise<void> {
  const where = recordsSql[removal.kind];
  const endsSql = (end: string) =>
    `SELECT ${end} FROM case_records WHERE merged_into IS NOT NULL AND ${where}`;
  const ends = await flatMapInOrder(["case_id", "merged_into"], (end) =>
    column<string>(connection, endsSql(end), removal),
  );
  if (ends.length > 0) await enqueueMerges(connection, ends, stamp);
  const sql = `DELETE FROM case_records WHERE ${where}`;
  await statement<[Selection]>(connection, sql).run(removal);
}

/** The row stays: a sender that continues is counted in it. */
async function clearBatch(connection: Connection, batch: number): Promise<void> {
  await statement<[number]>(connection, "DELETE FROM rejects WHERE batch = ?").run(batch);
  const sql = `UPDATE batches SET accepted = 0, overwritten = 0, duplicate = 0, rejected = 0, differing = 0, records = 0,
      events = 0, erased = 0, expired = 0,
      source = CASE WHEN substr(source, 1, 9) = 'Removed: ' THEN source ELSE 'Removed: ' || source END WHERE id = ?`;
  await statement<[number]>(connection, sql).run(batch);
}

/** Models' judgements of cases, which saw what is removed, and people's labels where nothing is left of one. */
async function removeWordsAbout(connection: Connection, cases: readonly string[]): Promise<void> {
  const remove = (table: string, caseIds: readonly string[]) => {
    const sql = `DELETE FROM ${table} WHERE case_id IN (SELECT value FROM json_each(?))`;
    return statement<[string]>(connection, sql).run(JSON.stringify(caseIds));
  };
  for (const table of ["judgements", "judged_cases"]) await remove(table, cases);
  const left = await findLeftCases(connection, cases);
  const gone = cases.filter((caseId) => !left.has(caseId));
  for (const table of ["notes", "case_attention", "labels"]) await remove(table, gone);
}

/** Those of some cases that have spans or records. */
export async function findLeftCases(
  connection: Connection,
  caseIds: readonly string[],
): Promise<ReadonlySet<string>> {
  const isGiven = "case_id IN (SELECT value FROM json_each(?))";
  const left = new Set<string>();
  for (const sql of [
    `SELECT DISTINCT i.case_id FROM identities i JOIN spans s ON s.identity = i.id WHERE i.${isGiven}`,
    `SELECT case_id FROM case_records WHERE ${isGiven}`,
  ]) {
    const found = tupleStatement<[string], readonly [string]>(connection, sql);
    for (const [caseId] of await found.all(JSON.stringify(caseIds))) left.add(caseId);
  }
  return left;
}
