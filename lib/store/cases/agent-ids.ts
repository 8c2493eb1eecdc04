import type { Connection } from "../port";
import { ofCases, readOfCases } from "./of-cases";

const sql = `SELECT DISTINCT json_each.value, case_key
  FROM interactions, json_each(body, '$.agentIds')
  WHERE ${ofCases} AND is_touchpoint = 1 AND json_each.value IS NOT NULL`;

/**
 * Who served some cases, people and AI, as the traces name them, each once.
 * @param keys the cases'
 * @returns those of a case by its key
 */
export function readAgentIds(
  connection: Connection,
  keys: readonly number[],
): Promise<(key: number) => readonly string[]> {
  return readOfCases(connection, sql, keys, ([id]) => String(id));
}
