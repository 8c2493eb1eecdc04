import {
  DOUBLE,
  DuckDBDataChunk,
  DuckDBInstance,
  FLOAT,
  BOOLEAN,
  INTEGER,
  LIST,
  listValue,
  SMALLINT,
  VARCHAR,
  type DuckDBConnection,
  type DuckDBType,
  type DuckDBValue,
} from "@duckdb/node-api";
import type { AnalyticTable, ColumnType, ColumnValue } from "@/lib/analytics/tables/table";

/** A result's row by column name; whole numbers of any size are numbers. */
export type ResultRow = Readonly<Record<string, number | string | boolean | null>>;

const types: Readonly<Record<ColumnType, DuckDBType>> = {
  INTEGER,
  SMALLINT,
  "DOUBLE PRECISION": DOUBLE,
  REAL: FLOAT,
  BOOLEAN,
  VARCHAR,
  "VARCHAR[]": LIST(VARCHAR),
};

/** DuckDB's own unit of rows. */
const chunkRows = 2048;

/** @param path a file, or ":memory:" */
export function openInstance(path: string): Promise<DuckDBInstance> {
  return DuckDBInstance.create(path, {
    memory_limit: "400MB",
    preserve_insertion_order: "false",
    // No query may read a file or load an extension.
    enable_external_access: "false",
  });
}

/** Runs a query. */
export async function queryRows(
  connection: DuckDBConnection,
  sql: string,
): Promise<readonly ResultRow[]> {
  const reader = await connection.runAndReadAll(sql);
  const names = reader.columnNames();
  return reader
    .getRows()
    .map((row) => Object.fromEntries(names.map((name, at) => [name, plain(row[at] ?? null)])));
}

function plain(value: DuckDBValue): ResultRow[string] {
  if (typeof value === "bigint") return Number(value);
  if (typeof value === "number" || typeof value === "string" || typeof value === "boolean") {
    return value;
  }
  if (value === null) return null;
  throw new TypeError("A query returns numbers, texts and booleans only.");
}

/** SQL that creates a table unless it exists. */
export function createTableSql({ name, columns }: AnalyticTable<never>): string {
  const own = columns.map((column) => `${column.name} ${column.type}`);
  return `CREATE TABLE IF NOT EXISTS ${name} (${own.join(", ")})`;
}

/** Appends rows to a table. */
export async function appendRows<Row>(
  connection: DuckDBConnection,
  { name, columns }: AnalyticTable<Row>,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  const appender = await connection.createAppender(name);
  const chunk = DuckDBDataChunk.create(columns.map(({ type }) => types[type]));
  for (let from = 0; from < rows.length; from += chunkRows) {
    const some = rows.slice(from, from + chunkRows);
    chunk.reset();
    chunk.setColumns(columns.map(({ of }) => some.map((row) => toDuckDb(of(row)))));
    appender.appendDataChunk(chunk);
  }
  appender.closeSync();
}

function toDuckDb(value: ColumnValue): DuckDBValue {
  return typeof value === "object" && value !== null ? listValue(value) : value;
}
