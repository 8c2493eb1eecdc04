import { statement, type Connection } from "./port";

/** Inserts a row into a table whose key is `id`. @param sql `INSERT …` without a conflict clause. @returns its key */
export async function insertRow(
  connection: Connection,
  sql: string,
  ...parameters: unknown[]
): Promise<number> {
  const id = await statement(connection, sql).insert(...parameters);
  if (id === null) throw new Error("A row was not inserted.");
  return id;
}
