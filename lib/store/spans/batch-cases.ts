import { readReplayCaseId } from "@/lib/domain/gate/replay";
import { statement, type Connection, type Database } from "../port";
import { isOneSided } from "./wordless-spans";
import { flatMapInOrder } from "@/lib/domain/in-order";

/** Cases of an ingest's spans and records, replays of cohorts' items, and its spans without either. */
export type BatchCases = {
  /** Those that its traces left, too. */
  readonly cases: number;
  /** Cases of its spans without words of the customer, or without those of an agent. */
  readonly oneSided: number;
  /** Traces that were of production until its spans named a cohort's item. */
  readonly leftProduction: number;
  readonly replays: number;
  readonly unassigned: number;
};

/** The cases of a batch's spans and records, and the batch's key as its only parameters, twice. */
const casesSql = `SELECT i.case_id FROM spans s JOIN identities i ON i.id = s.identity
    WHERE s.batch = ? AND i.case_id IS NOT NULL
  UNION SELECT case_id FROM case_records WHERE batch = ?`;

/** Counts the cases and replays of batches, each once. @param batches keys from `openBatch` */
export function countBatchCases(db: Database, batches: readonly number[]): Promise<BatchCases> {
  return db.read(async (connection) => {
    const all = [...new Set(await flatMapInOrder(batches, (batch) => casesOf(connection, batch)))];
    const replays = all.filter((caseId) => readReplayCaseId(caseId) !== null).length;
    const departed = await flatMapInOrder(batches, (batch) => departedIn(connection, batch));
    const left = departed.flatMap(({ caseId }) => caseId ?? []);
    let unassigned = 0;
    for (const batch of batches) unassigned += await unassignedIn(connection, batch);
    return {
      cases: new Set([...all, ...left]).size - replays,
      oneSided: await countOneSided(connection, batches),
      replays,
      leftProduction: new Set(departed.map(({ trace }) => trace)).size,
      unassigned,
    };
  });
}

async function casesOf(connection: Connection, batch: number): Promise<string[]> {
  const rows = statement<[number, number], { case_id: string }>(connection, casesSql);
  return (await rows.all(batch, batch)).map((row) => row.case_id);
}

async function countOneSided(connection: Connection, batches: readonly number[]): Promise<number> {
  const sql = `SELECT count(*) AS count FROM cases WHERE ${isOneSided} AND case_id IN (
    SELECT i.case_id FROM spans s JOIN identities i ON i.id = s.identity
    WHERE s.batch IN (SELECT CAST(value AS bigint) FROM json_each(?)))`;
  const row = await statement<[string], { count: number }>(connection, sql).get(
    JSON.stringify(batches),
  );
  return row?.count ?? 0;
}

function departedIn(connection: Connection, batch: number) {
  const sql = `SELECT d.trace, i.case_id AS caseId FROM departed_traces d
    LEFT JOIN identities i ON i.id = d.identity WHERE d.batch = ?`;
  type Row = { readonly trace: number; readonly caseId: string | null };
  return statement<[number], Row>(connection, sql).all(batch);
}

async function unassignedIn(connection: Connection, batch: number): Promise<number> {
  const sql = `SELECT count(*) AS count FROM spans s LEFT JOIN identities i ON i.id = s.identity
    WHERE s.batch = ? AND i.case_id IS NULL AND s.part <> 'event'`;
  return (await statement<[number], { count: number }>(connection, sql).get(batch))?.count ?? 0;
}

/** Whether a trace, a case or a customer of a batch is still pending; failed ones are not. */
export function isBatchWaiting(db: Database, batch: number): Promise<boolean> {
  // Asked of each entry that waits, so that the first of the batch's own answers: to list all of a large batch first
  // takes as long as deriving a case.
  const queued = (stage: string, isOfBatch: string) => `EXISTS (SELECT 1 FROM queue q
    WHERE q.stage = '${stage}' AND q.failure IS NULL AND ${isOfBatch})`;
  const hasCase = (caseId: string) => `(EXISTS (SELECT 1 FROM identities i
      JOIN spans s ON s.identity = i.id WHERE i.case_id = ${caseId} AND +s.batch = ?)
    OR EXISTS (SELECT 1 FROM case_records r WHERE r.case_id = ${caseId} AND r.batch = ?))`;
  const hasTrace =
    "EXISTS (SELECT 1 FROM spans s WHERE s.trace = CAST(q.key AS bigint) AND +s.batch = ?)";
  const sql = `SELECT ${queued("trace", hasTrace)}
    OR ${queued("case", hasCase("q.key"))}
    OR ${queued("customer", `EXISTS (SELECT 1 FROM cases c WHERE c.customer_id = q.key AND ${hasCase("c.case_id")})`)}
    AS isWaiting`;
  return db.read(async (connection) => {
    const row = await statement<number[], { isWaiting: number }>(connection, sql).get(
      ...Array.from({ length: 5 }, () => batch),
    );
    return row?.isWaiting === 1;
  });
}
