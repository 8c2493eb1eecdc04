import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { readAgentIds } from "./agent-ids";
import { caseRowColumns, readCaseRows, type CaseRowWith } from "./case-columns";
import type { ChildName } from "./child-rows";
import { statement, tupleStatement, type Connection, type Database } from "../port";
import { fromJson, type Json } from "../json";
import { ofCases, readOfCases } from "./of-cases";
import type { SqlValue } from "../row-codec";

export type CaseListRow = CaseRowWith<"handoffRows"> & {
  /** One entry per touchpoint, in time order. */
  readonly journey: readonly {
    readonly channel: Channel;
    readonly agentKinds: readonly AgentKind[];
  }[];
  /** The ordinal of its last touchpoint; null where it has none. */
  readonly lastOrdinal: number | null;
  /** Who served it, as the traces name them, each once. */
  readonly agentIds: readonly string[];
};

/** The rows of some cases, in the order of the given keys; deleted ones are left out. */
export function listCaseRows(db: Database, keys: Iterable<number>): Promise<CaseListRow[]> {
  return db.read(async (connection) => {
    const rows = await readRows(connection, [...keys], ["handoffRows"]);
    const found = rows.map(({ key }) => key);
    const journeyOf = await readJourneys(connection, found);
    const agentIdsOf = await readAgentIds(connection, found);
    return rows.map(({ key, row }) => ({
      ...row,
      journey: journeyOf(key).map(({ channel, agentKinds }) => ({ channel, agentKinds })),
      lastOrdinal: journeyOf(key).at(-1)?.ordinal ?? null,
      agentIds: agentIdsOf(key),
    }));
  });
}

/** The rows of some cases with some kinds of children, by their keys. */
export async function listCaseRowsByKey<Name extends ChildName>(
  db: Database,
  keys: Iterable<number>,
  names: readonly Name[],
): Promise<ReadonlyMap<number, CaseRowWith<Name>>> {
  const rows = await db.read((connection) => readRows(connection, [...new Set(keys)], names));
  return new Map(rows.map(({ key, row }) => [key, row]));
}

async function readRows<Name extends ChildName>(
  connection: Connection,
  keys: readonly number[],
  names: readonly Name[],
) {
  const sql = `SELECT ${caseRowColumns} FROM cases
    WHERE id IN (SELECT CAST(value AS bigint) FROM json_each(?))`;
  const read = tupleStatement<[string], SqlValue[]>(connection, sql);
  const rows = await readCaseRows(connection, await read.all(JSON.stringify(keys)), names);
  const byKey = new Map(rows.map((each) => [each.key, each]));
  return keys.flatMap((key) => byKey.get(key) ?? []);
}

/** A page lists fifty cases: of an interaction only these three are read. */
function readJourneys(connection: Connection, keys: readonly number[]) {
  const sql = `SELECT ordinal, channel, body ->> '$.agentKinds', case_key FROM interactions
    WHERE ${ofCases} AND is_touchpoint = 1 ORDER BY case_key, ordinal`;
  return readOfCases(connection, sql, keys, ([ordinal, channel, agentKinds]) => ({
    ordinal: ordinal as number,
    channel: channel as Channel,
    agentKinds: fromJson(agentKinds as Json<readonly AgentKind[]>),
  }));
}

/** The ids that the contacts of some cases came with, of a case by their ordinal; null: it came with none. */
export function readContactIds(
  db: Database,
  keys: readonly number[],
): Promise<(key: number) => readonly (string | null)[]> {
  const sql = `SELECT body ->> '$.interactionId', case_key FROM interactions
    WHERE ${ofCases} ORDER BY case_key, ordinal`;
  return db.read((connection) => readOfCases(connection, sql, keys, ([id]) => id as string | null));
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
