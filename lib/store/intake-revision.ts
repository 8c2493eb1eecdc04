import { statement, type Database } from "./database";

/** Names what was ever put into a workspace: another text once a span, a record or a decision has come. */
export function readIntakeRevision(db: Database): Promise<string> {
  const sql = `SELECT json_array((SELECT max(id) FROM spans), (SELECT sum(accepted) FROM batches),
      (SELECT max(rowid) FROM case_records), (SELECT max(id) FROM overrides)) AS revision`;
  return db.read(
    (connection) => statement<[], { revision: string }>(connection, sql).get()?.revision ?? "",
  );
}
