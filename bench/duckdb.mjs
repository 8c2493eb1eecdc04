import { DuckDBInstance } from "@duckdb/node-api";
import { join } from "node:path";

/** Loads an export of lines into a table of a new database file, as DuckDB does it by itself. @returns ms */
export async function loadWithDuckDb(exportPath, folder) {
  const instance = await DuckDBInstance.create(join(folder, "duck.db"), { threads: "2" });
  const connection = await instance.connect();
  const startMs = performance.now();
  await connection.run(
    `CREATE TABLE export AS SELECT * FROM read_json('${exportPath}', format = 'newline_delimited')`,
  );
  const elapsedMs = performance.now() - startMs;
  connection.closeSync();
  instance.closeSync();
  return elapsedMs;
}
