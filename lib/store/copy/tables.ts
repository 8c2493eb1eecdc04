import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import * as workspace from "@/db/schema";

/** A table with its columns, as both engines have it. */
export type CopiedTable = { readonly name: string; readonly columns: readonly string[] };

/** All tables of a workspace, each after those that it refers to. */
export const workspaceTables: readonly CopiedTable[] = inOrder(
  Object.values(workspace)
    .filter((value) => value instanceof SQLiteTable)
    .map((table) => {
      const { name, columns, foreignKeys } = getTableConfig(table);
      const refersTo = foreignKeys.map((key) => getTableConfig(key.reference().foreignTable).name);
      return { name, columns: columns.map((column) => column.name), refersTo };
    }),
);

type Referring = CopiedTable & { readonly refersTo: readonly string[] };

function inOrder(tables: readonly Referring[]): CopiedTable[] {
  const placed = new Map<string, CopiedTable>();
  const place = (table: Referring): void => {
    if (placed.has(table.name)) return;
    for (const other of tables)
      if (other !== table && table.refersTo.includes(other.name)) place(other);
    placed.set(table.name, { name: table.name, columns: table.columns });
  };
  for (const table of tables) place(table);
  return [...placed.values()];
}
