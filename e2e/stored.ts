import { isOnPostgres } from "@/lib/testing/postgres/test-server";
import { readAllFiles } from "@/lib/testing/spans/read-raw";
import { readColumn } from "@/lib/testing/read-values";
import { openReader, openWriter } from "@/lib/store/open-database";
import type { DatabaseName } from "@/lib/domain/workspace";
import { locationIn } from "@/lib/testing/postgres/folder-database";

/** Changes what a data folder's database holds, behind the server's back. @param sql statements */
export async function changeStored(data: string, name: DatabaseName, sql: string): Promise<void> {
  const schema = name === "access" ? "access" : "workspace";
  const db = await openWriter(locationIn(data, name), 10_000, schema);
  try {
    await db.write((connection) => connection.exec(sql));
  } finally {
    await db.close();
  }
}

/** The first column of the rows that a data folder's database holds. */
export async function readStored<Value = unknown>(
  data: string,
  name: DatabaseName,
  sql: string,
  ...parameters: readonly unknown[]
): Promise<readonly Value[]> {
  const db = openReader(locationIn(data, name));
  try {
    return await db.read((connection) => readColumn<Value>(connection, sql, ...parameters));
  } finally {
    await db.close();
  }
}

/** All bytes of a data folder, and what its PostgreSQL database holds, in latin1. */
export async function readAllStored(data: string): Promise<string> {
  const read = [readAllFiles(data).toString("latin1")];
  if (!isOnPostgres()) return read.join("");
  const tables = await readStored<string>(
    ...([data, "main"] as const),
    "SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) FROM pg_tables WHERE schemaname LIKE 'throughline%'",
  );
  for (const table of tables) {
    const sql = `SELECT convert_to(row.text, 'UTF8') FROM (SELECT CAST(t AS text) AS text FROM ${table} AS t) AS row`;
    const rows = await readStored<Buffer>(data, "main", sql);
    read.push(...rows.map((row) => row.toString("latin1")));
  }
  return read.join("\n");
}
