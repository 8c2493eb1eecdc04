import { readReplayCaseId } from "@/lib/domain/gate/replay";
import type { QueueStage } from "../queue";
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

/** How many entries are asked about at once. */
const entriesAtOnce = 500;

/** Whether a trace, a case or a customer of a batch is still pending; failed ones are not. */
export function isBatchWaiting(db: Database, batch: number): Promise<boolean> {
  return db.read(async (connection) => {
    const isAny = async (sql: string, keys: readonly string[]) => {
      const given = { keys: JSON.stringify(keys), batch };
      const row = statement<[typeof given], { isSo: number }>(connection, `SELECT ${sql} AS isSo`);
      return (await row.get(given))?.isSo === 1;
    };
    if (await isSomeWaiting(connection, "trace", (keys) => isAny(hasTrace, keys))) return true;
    if (await isSomeWaiting(connection, "case", (keys) => isAny(hasCase, keys))) return true;
    const sql = `SELECT case_id AS caseId FROM cases WHERE customer_id IN (SELECT value FROM json_each(?))`;
    const casesOf = statement<[string], { caseId: string }>(connection, sql);
    return isSomeWaiting(connection, "customer", async (customerIds) => {
      const rows = await casesOf.all(JSON.stringify(customerIds));
      return isAny(
        hasCase,
        rows.map(({ caseId }) => caseId),
      );
    });
  });
}

const inGiven = "IN (SELECT value FROM json_each(@keys))";
const hasTrace = `EXISTS (SELECT 1 FROM spans
  WHERE trace IN (SELECT CAST(value AS bigint) FROM json_each(@keys)) AND +batch = @batch)`;
const hasCase = `(EXISTS (SELECT 1 FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id ${inGiven} AND +s.batch = @batch)
  OR EXISTS (SELECT 1 FROM case_records WHERE case_id ${inGiven} AND +batch = @batch))`;

/**
 * Whether something is true of pending entries of a stage. Asked of some after the others, so that the first of the
 * batch's own answers: to list all of a large batch first takes as long as deriving a case.
 */
async function isSomeWaiting(
  connection: Connection,
  stage: QueueStage,
  isOfAny: (keys: readonly string[]) => Promise<boolean>,
): Promise<boolean> {
  const sql = `SELECT key FROM queue WHERE stage = ? AND failure IS NULL AND key > ?
    ORDER BY key LIMIT ${String(entriesAtOnce)}`;
  const next = statement<[QueueStage, string], { key: string }>(connection, sql);
  for (let after: string | undefined = ""; after !== undefined;) {
    const keys: string[] = (await next.all(stage, after)).map(({ key }) => key);
    if (keys.length > 0 && (await isOfAny(keys))) return true;
    after = keys.at(-1);
  }
  return false;
}
