import { statement, type Database } from "./database";
import { nextMark } from "./queue";

/**
 * Marks every case whose rows were made with another version, once for each new version;
 * readers keep the old rows until their turn comes. What failed with the other is tried again.
 * @param version what rows are made with now
 */
export async function markOutdated(db: Database, version: string, nowUs: number): Promise<void> {
  if ((await readDerivedWith(db)) === version) return;
  await db.write((connection) => {
    const sql = `INSERT INTO queue (stage, key, mark, since_us)
      SELECT 'case', case_id, ?, ? FROM cases WHERE derived_with <> ?
      ON CONFLICT (stage, key) DO UPDATE SET mark = excluded.mark`;
    statement<[number, number, string]>(connection, sql).run(nextMark(connection), nowUs, version);
    statement<[]>(connection, "UPDATE queue SET failure = NULL WHERE failure IS NOT NULL").run();
    const set = `INSERT INTO settings (name, value) VALUES ('derived_with', ?)
      ON CONFLICT (name) DO UPDATE SET value = excluded.value`;
    statement<[string]>(connection, set).run(version);
  });
}

/** The version that every case has been derived with, or is in the queue for; null where there never was one. */
export function readDerivedWith(db: Database): Promise<string | null> {
  const sql = "SELECT value FROM settings WHERE name = 'derived_with'";
  return db.read(
    (connection) => statement<[], { value: string }>(connection, sql).get()?.value ?? null,
  );
}
