import type { SchemaName } from "@/db/migrate";
import { DomainError } from "@/lib/domain/domain-error";
import { statement, type Connection, type Database } from "../port";
import { copiedTables } from "./tables";

/** How far a copy is, kept in its target until it is complete: what is committed is noted with it. */
export const notesTable = "copy_notes";

/** The part whose note says where the rows come from. */
const originPart = "origin";

/**
 * Notes the origin of a copy that begins, and takes out what a new database has from its migrations.
 * @returns the origin as it was noted first
 */
export function beginNotes(target: Database, schema: SchemaName, origin: string): Promise<string> {
  return target.write(async (connection) => {
    await connection.exec(
      `CREATE TABLE IF NOT EXISTS ${notesTable} (part text PRIMARY KEY, done bigint NOT NULL, note text)`,
    );
    const known = await readOrigin(connection);
    if (known !== null) return known;
    for (const { name } of copiedTables[schema].toReversed())
      await statement<[]>(connection, `DELETE FROM ${name}`).run();
    const sql = `INSERT INTO ${notesTable} (part, done, note) VALUES (?, 0, ?)`;
    await statement<[string, string]>(connection, sql).run(originPart, origin);
    return origin;
  });
}

async function readOrigin(connection: Connection): Promise<string | null> {
  const sql = `SELECT note FROM ${notesTable} WHERE part = ?`;
  return (
    (await statement<[string], { note: string }>(connection, sql).get(originPart))?.note ?? null
  );
}

/** How many rows of all tables are there. */
export async function countNoted(target: Database, schema: SchemaName): Promise<number> {
  const notes = await readNotes(target);
  return copiedTables[schema].reduce((sum, { name }) => sum + (notes.get(name) ?? 0), 0);
}

/** How much of each part is done; of one that is not begun, nothing. */
export function readNotes(target: Database): Promise<ReadonlyMap<string, number>> {
  const sql = `SELECT part, done FROM ${notesTable}`;
  return target.read(async (connection) => {
    const rows = await statement<[], { part: string; done: number }>(connection, sql).all();
    return new Map(rows.map(({ part, done }) => [part, done]));
  });
}

/**
 * Notes that more of a part is done, inside the transaction that did it.
 * @throws DomainError "busy" where another process did so meanwhile
 */
export async function noteDone(
  connection: Connection,
  part: string,
  { from, to }: { readonly from: number; readonly to: number },
): Promise<void> {
  const sql = `INSERT INTO ${notesTable} (part, done) VALUES (@part, @to)
    ON CONFLICT (part) DO UPDATE SET done = excluded.done WHERE ${notesTable}.done = @from`;
  const values = { part, from, to };
  const { changes } = await statement<[typeof values]>(connection, sql).run(values);
  if (changes === 1) return;
  throw new DomainError("busy", "Another process copies into the same target: wait for its end.");
}

/** Takes the notes away: the copy is complete. */
export function endNotes(target: Database): Promise<void> {
  return target.write((connection) => connection.exec(`DROP TABLE IF EXISTS ${notesTable}`));
}
