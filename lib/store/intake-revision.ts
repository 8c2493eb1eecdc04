import { statement, type Database } from "./port";

/** The revision of a workspace's input: another text after any new span, record or decision. */
export function readIntakeRevision(db: Database): Promise<string> {
  const sql = `SELECT (SELECT coalesce(max(id), 0) FROM spans) || ' ' ||
      (SELECT coalesce(sum(accepted), 0) FROM batches) || ' ' ||
      (SELECT coalesce(max(id), 0) FROM case_records) || ' ' ||
      (SELECT coalesce(max(id), 0) FROM overrides) AS revision`;
  return db.read(
    async (connection) =>
      (await statement<[], { revision: string }>(connection, sql).get())?.revision ?? "",
  );
}
