import { getTableColumns, type InferSelectModel } from "drizzle-orm";
import type { SQLiteColumn, SQLiteTable } from "drizzle-orm/sqlite-core";
import { fromJson } from "./json";

export type SqlValue = string | number | null;

/** Writes objects as rows of a table and reads them back, as the schema describes its columns. */
export type RowCodec<Row> = {
  /** The columns' names in SQL, in the order of the values. */
  readonly columns: readonly string[];
  /** The columns separated by commas: what follows `SELECT`. */
  readonly select: string;
  /** `(columns) VALUES (?, …)`: what follows `INSERT INTO table`. */
  readonly insert: string;
  readonly values: (row: Row) => SqlValue[];
  /** @param readJson reads a column of JSON; one who meets the same texts again may remember them */
  readonly read: (values: readonly SqlValue[], readJson?: (text: string) => unknown) => Row;
};

/**
 * The codec of a table.
 * @param without columns that are not part of the row, by their names in the schema
 */
export function rowCodec<
  Table extends SQLiteTable,
  Left extends keyof InferSelectModel<Table> = never,
>(table: Table, without: readonly Left[] = []): RowCodec<Omit<InferSelectModel<Table>, Left>> {
  type Row = Omit<InferSelectModel<Table>, Left>;
  const left: readonly unknown[] = without;
  const all: Readonly<Record<string, SQLiteColumn>> = getTableColumns(table);
  const chosen = Object.entries(all).filter(([name]) => !left.includes(name));
  const columns = chosen.map(([, column]) => column.name);
  const fields = chosen.map(([name, { dataType }]) => ({ name, dataType }));
  // A copy of an object that has all names costs a fraction of one that grows by a name at a time.
  const empty = Object.fromEntries(fields.map(({ name }): [string, unknown] => [name, null]));
  return {
    columns,
    select: columns.join(", "),
    insert: `(${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    values: (row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return fields.map(({ name, dataType }) => sqlValue(values[name], dataType));
    },
    read: (values, readJson = fromJson) => {
      const row = { ...empty };
      fields.forEach(({ name, dataType }, at) => {
        const value = values[at] ?? null;
        row[name] = typeof value === "string" && dataType === "json" ? readJson(value) : value;
        if (dataType === "boolean") row[name] = value === 1;
      });
      // The schema says what each column holds, and nobody else writes a workspace's file.
      return row as Row;
    },
  };
}

function sqlValue(value: unknown, dataType: string): SqlValue {
  if (value === null || value === undefined) return null;
  if (dataType === "json") return JSON.stringify(value);
  return dataType === "boolean" ? Number(value) : (value as SqlValue);
}
