import type { Connection } from "../port";
import { ofCases, readOfCases } from "./of-cases";

const sql = `SELECT json_each.value, case_key
  FROM interactions, json_each(body, '$.agentIds')
  WHERE ${ofCases} AND is_touchpoint = 1 AND json_each.value IS NOT NULL
  ORDER BY case_key, ordinal, CAST(json_each.key AS bigint)`;

/**
 * Who served some cases, people and AI, as the traces name them, each once, in the order of their contacts.
 * @param keys the cases'
 * @returns those of a case by its key
 */
export async function readAgentIds(
  connection: Connection,
  keys: readonly number[],
): Promise<(key: number) => readonly string[]> {
  const idsOf = await readOfCases(connection, sql, keys, ([id]) => String(id));
  return (key) => [...new Set(idsOf(key))];
}
