import { tupleStatement, type Connection } from "@/lib/store/port";

/** The first column of all rows. */
export async function readColumn<T = unknown>(
  connection: Connection,
  sql: string,
  ...parameters: unknown[]
): Promise<T[]> {
  const rows = await tupleStatement<unknown[], [T]>(connection, sql).all(...parameters);
  return rows.map(([value]) => value);
}

/** The first column of the first row. */
export async function readValue<T = unknown>(
  connection: Connection,
  sql: string,
  ...parameters: unknown[]
): Promise<T | undefined> {
  return (await readColumn<T>(connection, sql, ...parameters))[0];
}
