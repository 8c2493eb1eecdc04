import { tupleStatement, type Connection } from "../port";

const sql = `SELECT DISTINCT a.value FROM interactions, json_each(body, '$.agentIds') a
  WHERE case_key = ? AND is_touchpoint = 1 AND a.value IS NOT NULL`;

/** Who served a case, people and AI, as the traces name them, each once. @param key the case's */
export async function readAgentIds(
  connection: Connection,
  key: number,
): Promise<readonly string[]> {
  return (await tupleStatement<[number], [string]>(connection, sql).all(key)).map(([id]) => id);
}
