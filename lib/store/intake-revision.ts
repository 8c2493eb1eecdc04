import { statement, type Database } from "./port";

/** The revision of a workspace's input: another text after any new span, record or decision. */
export function readIntakeRevision(db: Database): Promise<string> {
  const sql = `SELECT json_array((SELECT max(id) FROM spans), (SELECT sum(accepted) FROM batches),
      (SELECT max(rowid) FROM case_records), (SELECT max(id) FROM overrides)) AS revision`;
  return db.read(
    async (connection) =>
      (await statement<[], { revision: string }>(connection, sql).get())?.revision ?? "",
  );
}
