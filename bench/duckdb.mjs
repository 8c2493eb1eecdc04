import { DuckDBInstance } from "@duckdb/node-api";
import { join } from "node:path";

/**
 * Loads a JSON Lines export into a table of a new DuckDB database.
 * @returns ms
 */
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
