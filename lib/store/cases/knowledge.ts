import { deflateRawSync, inflateRawSync } from "node:zlib";
import type { StoredKnowledge } from "@/lib/domain/case/case-knowledge";
import { statement, type Connection } from "../port";
import { fromJson } from "../json";

/** Stores a case's findings or replaces them, deflated: they repeat the same few sentences. */
export async function insertKnowledge(
  connection: Connection,
  caseKey: number,
  knowledge: StoredKnowledge,
): Promise<void> {
  const body = deflateRawSync(JSON.stringify(knowledge));
  const sql = `INSERT INTO case_knowledge (case_key, body) VALUES (?, ?)
    ON CONFLICT (case_key) DO UPDATE SET body = excluded.body`;
  await statement<[number, Buffer]>(connection, sql).run(caseKey, body);
}

/** @returns null where the case was derived by a version that did not store it */
export async function readKnowledge(
  connection: Connection,
  caseKey: number,
): Promise<StoredKnowledge | null> {
  const sql = "SELECT body FROM case_knowledge WHERE case_key = ?";
  const row = await statement<[number], { body: Buffer }>(connection, sql).get(caseKey);
  return row === undefined ? null : fromJson<StoredKnowledge>(inflateRawSync(row.body).toString());
}
