import { statement, type Database } from "../database";

/** Spans without a case, stated or inherited. */
export function countUnassigned(db: Database): Promise<number> {
  const sql = `SELECT count(*) AS count FROM identities i JOIN spans s ON s.identity = i.id
    WHERE i.case_id IS NULL`;
  return db.read(
    (connection) => statement<[], { count: number }>(connection, sql).get()?.count ?? 0,
  );
}

/** Whether anything was ever ingested that was kept. */
export function hasSpans(db: Database): Promise<boolean> {
  const sql = "SELECT 1 FROM spans LIMIT 1";
  return db.read((connection) => statement<[]>(connection, sql).get() !== undefined);
}
