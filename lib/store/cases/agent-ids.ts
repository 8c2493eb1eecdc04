import type { Connection } from "@/db/connect";
import { tupleStatement } from "../database";

const sql = `SELECT DISTINCT a.value FROM interactions, json_each(body, '$.agentIds') a
  WHERE case_key = ? AND is_touchpoint AND a.value IS NOT NULL`;

/** Who served a case, people and AI, as the traces name them, each once. @param key the case's */
export function readAgentIds(connection: Connection, key: number): readonly string[] {
  return tupleStatement<[number], [string]>(connection, sql)
    .all(key)
    .map(([id]) => id);
}
