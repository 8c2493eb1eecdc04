import { setTimeout as wait } from "node:timers/promises";
import { connect } from "@/db/connect";
import { DomainError } from "@/lib/domain/domain-error";
import { statement, type Connection, type Database } from "../port";
import type { Stamp } from "../queue";
import { removeSelection } from "../spans/remove-data";
import { blankRetired, unsweptName } from "../spans/retired-rows";

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
  const sql = "SELECT 1 FROM settings WHERE name = ?";
  return db.read(
    async (connection) =>
      (await statement<[string]>(connection, sql).get(unsweptName)) !== undefined,
  );
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
  await rewriteFile(db.path);
  const sql = "DELETE FROM settings WHERE name = ?";
  await db.write((connection) => statement<[string]>(connection, sql).run(unsweptName));
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
      AND customer_id NOT IN (SELECT key FROM queue WHERE stage = 'customer');
    INSERT INTO case_search (case_search) VALUES ('optimize');`);
}

const patienceMs = 60_000;

/**
 * Writes a database's file anew, without the bytes of anything that was removed, and empties its log.
 * @throws DomainError "busy" where another process reads or writes all the time
 */
export async function rewriteFile(path: string): Promise<void> {
  const connection = connect(path, "writer");
  try {
    // In memory a large workspace would not fit.
    connection.pragma("temp_store = FILE");
    connection.pragma("secure_delete = ON");
    await patiently(() => {
      connection.exec("VACUUM");
      return true;
    });
    await patiently(() => {
      const [state] = connection.pragma("wal_checkpoint(TRUNCATE)") as { busy: number }[];
      return state?.busy === 0;
    });
  } finally {
    connection.close();
  }
}

async function patiently(attempt: () => boolean): Promise<void> {
  const endMs = performance.now() + patienceMs;
  while (!succeeds(attempt)) {
    if (performance.now() > endMs) {
      throw new DomainError(
        "busy",
        "The data are erased, but another process keeps their bytes in the file; they are taken out with the next sweep.",
      );
    }
    await wait(200);
  }
}

function succeeds(attempt: () => boolean): boolean {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY"))
      return false;
    throw error;
  }
}
