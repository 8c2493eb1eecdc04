import { getTableName, is } from "drizzle-orm";
import { SQLiteTable } from "drizzle-orm/sqlite-core";
import * as access from "./access/schema";
import type { SchemaName } from "./migrate";
import * as workspace from "./schema";

const tables: Readonly<Record<SchemaName, readonly string[]>> = {
  workspace: namesOf(workspace),
  access: namesOf(access),
};

/**
 * Finds a table that a schema has and a database lacks, as after a change by hand. Both engines have the same.
 * @param there names of the tables that there are
 * @returns null: it has all
 */
export function findMissingTable(there: ReadonlySet<string>, schema: SchemaName): string | null {
  return tables[schema].find((name) => !there.has(name)) ?? null;
}

function namesOf(schema: object): readonly string[] {
  return Object.values(schema).flatMap((value) =>
    is(value, SQLiteTable) ? [getTableName(value)] : [],
  );
}
