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
  /** @param readJson parses a column of JSON; it may cache repeated texts */
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
  const build = builderOf(fields);
  return {
    columns,
    select: columns.join(", "),
    insert: `(${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`,
    values: (row) => {
      const values = row as Readonly<Record<string, unknown>>;
      return fields.map(({ name, dataType }) => sqlValue(values[name], dataType));
    },
    // The schema defines each column's type, and nobody else writes a workspace's file.
    read: (values, readJson = fromJson) => build(values, readJson) as Row,
  };
}

type Field = { readonly name: string; readonly dataType: string };

/**
 * Compiles the function that makes an object of a row's values, as one literal. An object that is filled name by name
 * takes twice as long to make and to read, and a start reads one per contact.
 */
function builderOf(
  fields: readonly Field[],
): (values: readonly SqlValue[], json: unknown) => unknown {
  const properties = fields.map(({ name, dataType }, at) => {
    const value = `v[${String(at)}]`;
    if (dataType === "boolean") return `${name}: ${value} === 1`;
    return `${name}: ${dataType === "json" ? `${value} === null ? null : json(${value})` : value}`;
  });
  return new Function("v", "json", `return { ${properties.join(", ")} };`) as ReturnType<
    typeof builderOf
  >;
}

function sqlValue(value: unknown, dataType: string): SqlValue {
  if (value === null || value === undefined) return null;
  if (dataType === "json") return JSON.stringify(value);
  return dataType === "boolean" ? Number(value) : (value as SqlValue);
}
