import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getTableConfig, SQLiteTable } from "drizzle-orm/sqlite-core";
import { readMigrationFiles } from "drizzle-orm/migrator";
import { describe, expect, it } from "vitest";
import { connect } from "./connect";
import * as access from "./access/schema";
import { migrate, type SchemaName } from "./migrate";
import * as accessOnPostgres from "./postgres/access/schema";
import * as workspaceOnPostgres from "./postgres/workspace/schema";
import * as workspace from "./schema";

const schemas = { workspace, access };
const onPostgres = { workspace: workspaceOnPostgres, access: accessOnPostgres };
const folders = { workspace: "migrations", access: join("access", "migrations") };
const names = Object.keys(schemas) as SchemaName[];
const tables = names.flatMap((schema) =>
  Object.values(schemas[schema])
    .filter((value) => value instanceof SQLiteTable)
    .map((table) => [getTableConfig(table).name, table, schema] as const),
);

describe("the migrations", () => {
  it.each(names)("lead to exactly the schema %s: nothing would be generated", async (name) => {
    const { generateSQLiteDrizzleJson, generateSQLiteMigration } = await loadKit();
    const before: unknown = JSON.parse(readFileSync(newestSnapshot(folders[name]), "utf8"));
    const now = await generateSQLiteDrizzleJson(schemas[name]);
    expect(await generateSQLiteMigration(before, now)).toEqual([]);
  });

  it.each(names)("lead to exactly the schema %s on PostgreSQL too", async (name) => {
    const { generateDrizzleJson, generateMigration } = await loadKit();
    const folder = join("postgres", name, "migrations");
    const before: unknown = JSON.parse(readFileSync(newestSnapshot(folder), "utf8"));
    expect(await generateMigration(before, generateDrizzleJson(onPostgres[name]))).toEqual([]);
    const files = readMigrationFiles({ migrationsFolder: join(import.meta.dirname, folder) });
    // A workspace's tables are found by the search path, in a namespace of its own.
    expect(files.flatMap(({ sql }) => sql).join("\n")).not.toContain('"public".');
  });

  it.each(tables)("make the table %s as the schema has it", (name, table, schema) => {
    const connection = connect(":memory:", "writer");
    migrate(connection, schema);
    const { columns, indexes } = getTableConfig(table);
    const made = connection.pragma(`table_info(${name})`) as { name: string; notnull: number }[];
    expect(made.map((column) => [column.name, column.notnull === 1])).toEqual(
      columns.map((column) => [column.name, column.notNull]),
    );
    const madeIndexes = connection.pragma(`index_list(${name})`) as { name: string }[];
    expect(madeIndexes.map((index) => index.name)).toEqual(
      expect.arrayContaining(indexes.map((index) => index.config.name)),
    );
    connection.close();
  });

  it("may be applied again and again", () => {
    const connection = connect(":memory:", "writer");
    migrate(connection);
    migrate(connection);
    expect(connection.prepare("SELECT value FROM sequence").all()).toEqual([{ value: 0 }]);
    expect(connection.pragma("foreign_keys", { simple: true })).toBe(1);
    connection.close();
  });

  it("leave nothing behind when one of them fails", () => {
    const connection = connect(":memory:", "writer");
    connection.exec("CREATE TABLE traces (a)");
    expect(() => migrate(connection)).toThrow(/already exists/);
    const made = connection.prepare("SELECT name FROM sqlite_schema").pluck().all();
    expect(made).toEqual(["traces"]);
    connection.close();
  });
});

type Kit = {
  readonly generateSQLiteDrizzleJson: (imports: Record<string, unknown>) => Promise<unknown>;
  readonly generateSQLiteMigration: (before: unknown, now: unknown) => Promise<string[]>;
  readonly generateDrizzleJson: (imports: Record<string, unknown>) => unknown;
  readonly generateMigration: (before: unknown, now: unknown) => Promise<string[]>;
};

/** The package's own types name packages that are not installed here; these are its documented ones. */
async function loadKit(): Promise<Kit> {
  const kit: unknown = await import("drizzle-kit/api");
  return kit as Kit;
}

function newestSnapshot(migrations: string): string {
  const folder = join(import.meta.dirname, migrations, "meta");
  const journal = JSON.parse(readFileSync(join(folder, "_journal.json"), "utf8")) as {
    entries: { idx: number }[];
  };
  const last = journal.entries.at(-1)?.idx ?? 0;
  return join(folder, `${String(last).padStart(4, "0")}_snapshot.json`);
}
