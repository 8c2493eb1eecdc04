import type { Connection, Database } from "../port";
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

/** Ids of what has no rows, except where the queue still names it. */
async function removeUnreferenced(connection: Connection): Promise<void> {
  await connection.overwriteRemoved();
  await connection.exec(`
    DELETE FROM trace_findings WHERE trace NOT IN (SELECT trace FROM spans);
    DELETE FROM traces WHERE id NOT IN (SELECT trace FROM spans)
      AND id NOT IN (SELECT trace FROM trace_sessions)
      AND CAST(id AS TEXT) NOT IN (SELECT key FROM queue WHERE stage = 'trace');
    DELETE FROM customer_changes WHERE customer_id NOT IN
        (SELECT customer_id FROM cases WHERE customer_id IS NOT NULL)
      AND customer_id NOT IN (SELECT key FROM queue WHERE stage = 'customer');`);
  await connection.words.sweep();
}
