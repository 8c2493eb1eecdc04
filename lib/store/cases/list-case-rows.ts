import type { Connection } from "@/db/connect";
import type { Channel } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { caseColumns, caseRowOf, type RawCaseRow, type StoredCaseRow } from "./case-columns";
import { statement, type Database } from "../database";
import { fromJson, type Json } from "../json";

export type CaseListRow = StoredCaseRow & {
  /** One entry a touchpoint, in time order. */
  readonly journey: readonly {
    readonly channel: Channel;
    readonly agentKinds: readonly AgentKind[];
  }[];
};

/** The rows of some cases, in the order of their keys as given; one that is gone is left out. */
export function listCaseRows(db: Database, keys: Iterable<number>): Promise<CaseListRow[]> {
  return db.read((connection) => {
    const sql = `SELECT ${caseColumns} FROM cases c WHERE c.id = ?`;
    const read = statement<[number], RawCaseRow>(connection, sql);
    return [...keys].flatMap((key) => {
      const raw = read.get(key);
      return raw === undefined
        ? []
        : [{ ...caseRowOf(raw), journey: readJourney(connection, key) }];
    });
  });
}

function readJourney(connection: Connection, key: number): CaseListRow["journey"] {
  type Row = { channel: Channel; agentKinds: Json<readonly AgentKind[]> };
  const sql = `SELECT channel, body ->> '$.agentKinds' AS agentKinds FROM interactions
    WHERE case_key = ? AND is_touchpoint ORDER BY ordinal`;
  return statement<[number], Row>(connection, sql)
    .all(key)
    .map(({ channel, agentKinds }) => ({ channel, agentKinds: fromJson(agentKinds) }));
}

/** A case's key. @returns null where there is no such case */
export function readCaseKey(db: Database, caseId: string): Promise<number | null> {
  const sql = "SELECT id FROM cases WHERE case_id = ?";
  return db.read(
    (connection) => statement<[string], { id: number }>(connection, sql).get(caseId)?.id ?? null,
  );
}

/** The id of a case by its key. @returns null where it is gone */
export function readCaseId(db: Database, key: number): Promise<string | null> {
  const sql = "SELECT case_id AS caseId FROM cases WHERE id = ?";
  return db.read(
    (connection) =>
      statement<[number], { caseId: string }>(connection, sql).get(key)?.caseId ?? null,
  );
}
