import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { readAgentIds } from "./agent-ids";
import { caseRowColumns, readCaseRow, type StoredCaseRow } from "./case-columns";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import type { SqlValue } from "../row-codec";
import { flatMapInOrder, mapInOrder } from "@/lib/domain/in-order";

export type CaseListRow = StoredCaseRow & {
  /** One entry per touchpoint, in time order. */
  readonly journey: readonly {
    readonly channel: Channel;
    readonly agentKinds: readonly AgentKind[];
  }[];
  /** Who served it, as the traces name them, each once. */
  readonly agentIds: readonly string[];
};

/** The rows of some cases, in the order of the given keys; deleted ones are left out. */
export function listCaseRows(db: Database, keys: Iterable<number>): Promise<CaseListRow[]> {
  return db.read(
    async (connection) =>
      await mapInOrder(await readRows(connection, keys), async ({ key, row }) => ({
        ...row,
        journey: await readJourney(connection, key),
        agentIds: await readAgentIds(connection, key),
      })),
  );
}

/** The same with their keys and without journeys. */
export function listCaseRowsByKey(
  db: Database,
  keys: Iterable<number>,
): Promise<Awaited<ReturnType<typeof readCaseRow>>[]> {
  return db.read((connection) => readRows(connection, keys));
}

async function readRows(connection: Connection, keys: Iterable<number>) {
  const sql = `SELECT ${caseRowColumns} FROM cases WHERE id = ?`;
  const read = tupleStatement<[number], SqlValue[]>(connection, sql);
  return flatMapInOrder([...keys], async (each) => {
    const values = await read.get(each);
    return values === undefined ? [] : [await readCaseRow(connection, values)];
  });
}

/** A page lists fifty cases: of an interaction only these two are read. */
async function readJourney(connection: Connection, key: number): Promise<CaseListRow["journey"]> {
  const sql = `SELECT channel, body ->> '$.agentKinds' FROM interactions
    WHERE case_key = ? AND is_touchpoint = 1 ORDER BY ordinal`;
  return (
    await tupleStatement<[number], [Channel, Json<readonly AgentKind[]>]>(connection, sql).all(key)
  ).map(([channel, agentKinds]) => ({ channel, agentKinds: fromJson(agentKinds) }));
}

/** The ids that the contacts of a case came with, by their ordinal; null: it came with none. */
export function readContactIds(db: Database, key: number): Promise<readonly (string | null)[]> {
  const sql = `SELECT body ->> '$.interactionId' FROM interactions
    WHERE case_key = ? ORDER BY ordinal`;
  return db.read(async (connection) =>
    (await tupleStatement<[number], [string | null]>(connection, sql).all(key)).map(([id]) => id),
  );
}

/** A case's key. @returns null where there is no such case */
export function readCaseKey(db: Database, caseId: string): Promise<number | null> {
  const sql = "SELECT id FROM cases WHERE case_id = ?";
  return db.read(
    async (connection) =>
      (await statement<[string], { id: number }>(connection, sql).get(caseId))?.id ?? null,
  );
}

/** The keys of some cases, in no order; of those that are gone none. */
export function readCaseKeys(db: Database, caseIds: readonly string[]): Promise<readonly number[]> {
  const sql = "SELECT id FROM cases WHERE case_id IN (SELECT value FROM json_each(?))";
  return db.read(async (connection) =>
    (await tupleStatement<[string], [number]>(connection, sql).all(JSON.stringify(caseIds))).map(
      ([key]) => key,
    ),
  );
}

/** The id of a case by its key. @returns null where it is gone */
export function readCaseId(db: Database, key: number): Promise<string | null> {
  const sql = "SELECT case_id AS caseId FROM cases WHERE id = ?";
  return db.read(
    async (connection) =>
      (await statement<[number], { caseId: string }>(connection, sql).get(key))?.caseId ?? null,
  );
}
