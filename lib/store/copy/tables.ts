import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as access from "@/db/access/schema";
import type { SchemaName } from "@/db/migrate";
import * as workspace from "@/db/schema";

/** A table with its columns, as both engines have it. */
export type CopiedTable = {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns by which rows are in one order: those of the primary key, or all. */
  readonly order: readonly string[];
};

/** All tables of each schema, each table after those that it refers to. */
export const copiedTables: Readonly<Record<SchemaName, readonly CopiedTable[]>> = {
  workspace: tablesOf(workspace),
  access: tablesOf(access),
};

type Referring = CopiedTable & { readonly refersTo: readonly string[] };

function tablesOf(schema: object): readonly CopiedTable[] {
  return inOrder(
    Object.values(schema)
      .filter((value) => value instanceof SQLiteTable)
      .map((table) => {
        const { name, columns, primaryKeys, foreignKeys } = getTableConfig(table);
        const names = columns.map((column) => column.name);
        const key = primaryKeys[0]?.columns ?? columns.filter(({ primary }) => primary);
        const order = key.length > 0 ? key.map((column) => column.name) : names;
        const refersTo = foreignKeys.map(
          (each) => getTableConfig(each.reference().foreignTable).name,
        );
        return { name, columns: names, order, refersTo };
      }),
  );
}

function inOrder(tables: readonly Referring[]): CopiedTable[] {
  const placed = new Map<string, CopiedTable>();
  const place = (table: Referring): void => {
    if (placed.has(table.name)) return;
    for (const other of tables)
      if (other !== table && table.refersTo.includes(other.name)) place(other);
    placed.set(table.name, table);
  };
  for (const table of tables) place(table);
  return [...placed.values()];
}

/** All rows of a table, with their values in the order of its columns. */
export function selectOf({ name, columns }: CopiedTable): string {
  return `SELECT ${columns.map(quoted).join(", ")} FROM ${name}`;
}

/** Some columns are named like words of SQL. */
export function quoted(column: string): string {
  return `"${column}"`;
}
