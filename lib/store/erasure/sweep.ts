import { statement, type Connection, type Database } from "../port";
import type { Stamp } from "../queue";
import { removeSelection } from "../spans/remove-data";
import { blankRetired, unsweptName } from "../spans/retired-rows";
import { readSettingValue, removeSettingValue } from "../setting-values";

/**
 * Removes spans and records by their keys, inside a transaction.
 * @returns ids of the cases that were touched
 */
export async function removeKeyed(
  connection: Connection,
  { spans, records }: { readonly spans: readonly number[]; readonly records: readonly number[] },
  stamp: Stamp,
): Promise<readonly string[]> {
  if (spans.length + records.length === 0) return [];
  const keys = { spans: JSON.stringify(spans), records: JSON.stringify(records) };
  return removeSelection(connection, { kind: "keyed", ...keys }, stamp);
}

/** Whether removed data's bytes are still in the file. */
export function isUnswept(db: Database): Promise<boolean> {
  return db.read(async (connection) => (await readSettingValue(connection, unsweptName)) !== null);
}

/**
 * Takes what was removed out of the file: texts and ids without a reference, words of the full-text index, free pages
 * and the log. Call it when the queue is settled: what waits is still shown. The file is written anew, which other
 * writers wait for.
 * @throws DomainError "busy" where another process keeps it from ending; it is then repeated with the next sweep
 */
export async function sweepRemoved(db: Database): Promise<void> {
  await blankRetired(db);
  await db.write(removeUnreferenced);
  await db.rewrite();
  await db.write((connection) => removeSettingValue(connection, unsweptName));
}

/** Rows of a trace meet rows of the same trace only, which one machine of several has (docs/scale.md). */
const ofGoneTraces = [
  `DELETE FROM trace_findings AS f
    WHERE NOT EXISTS (SELECT 1 FROM spans s WHERE s.trace = f.trace)`,
  `DELETE FROM traces AS t
    WHERE NOT EXISTS (SELECT 1 FROM spans s WHERE s.trace = t.id)
      AND NOT EXISTS (SELECT 1 FROM trace_sessions s WHERE s.trace = t.id)
      AND CAST(t.id AS TEXT) NOT IN (SELECT key FROM queue WHERE stage = 'trace')`,
];

/** Ids of what has no rows, except where the queue still names it. */
async function removeUnreferenced(connection: Connection): Promise<void> {
  await connection.overwriteRemoved();
  for (const sql of ofGoneTraces) await statement<[]>(connection, sql).run();
  await removeChangesOfGone(connection);
  await connection.words.sweep();
}

/** Changes of customers without a case. */
async function removeChangesOfGone(connection: Connection): Promise<void> {
  const sql = `SELECT DISTINCT customer_id AS id FROM customer_changes
    WHERE customer_id NOT IN (SELECT key FROM queue WHERE stage = 'customer')`;
  const ids = (await statement<[], { id: string }>(connection, sql).all()).map(({ id }) => id);
  const isGiven = "customer_id IN (SELECT value FROM json_each(?))";
  const casesSql = `SELECT DISTINCT customer_id AS id FROM cases WHERE ${isGiven}`;
  const cases = statement<[string], { id: string }>(connection, casesSql);
  const left = new Set((await cases.all(JSON.stringify(ids))).map(({ id }) => id));
  const gone = ids.filter((id) => !left.has(id));
  const removeSql = `DELETE FROM customer_changes WHERE ${isGiven}`;
  await statement<[string]>(connection, removeSql).run(JSON.stringify(gone));
}
