import { caselessSpansSql } from "../spans/caseless-spans";
import { statement, type Connection, type Database } from "../port";

/** Spans without a case, stated or inherited. */
export function countUnassigned(db: Database): Promise<number> {
  return db.read(
    async (connection) =>
      (await statement<[], { count: number }>(connection, caselessSpansSql).get())?.count ?? 0,
  );
}

/** Whether anything was ever ingested that was kept. */
export function hasSpans(db: Database): Promise<boolean> {
  const sql = "SELECT 1 FROM spans LIMIT 1";
  return db.read(async (connection) => (await statement<[]>(connection, sql).get()) !== undefined);
}

/** Whether any case was derived. */
export function hasCases(db: Database): Promise<boolean> {
  const sql = "SELECT 1 FROM cases LIMIT 1";
  return db.read(async (connection) => (await statement<[]>(connection, sql).get()) !== undefined);
}

/** The number of derived cases. */
export async function countCases(connection: Connection): Promise<number> {
  const sql = "SELECT count(*) AS count FROM cases";
  return (await statement<[], { count: number }>(connection, sql).get())?.count ?? 0;
}

/** The number of spans whose trace is resolved and has no case. */
export function countCaselessSpans(db: Database): Promise<number> {
  return db.read(
    async (connection) =>
      (await statement<[], { count: number }>(connection, caselessSpansSql).get())?.count ?? 0,
  );
}
