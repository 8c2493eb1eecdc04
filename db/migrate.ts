import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { readMigrationFiles, type MigrationMeta } from "drizzle-orm/migrator";
import type { Connection } from "./connect";

/** Where each engine notes which migrations it has. */
export const journal = "__drizzle_migrations";

/** What a file holds: a workspace's cases, or who may see them. */
export type SchemaName = "workspace" | "access";

const folders = {
  sqlite: { workspace: "migrations", access: join("access", "migrations") },
  postgres: {
    workspace: join("postgres", "workspace", "migrations"),
    access: join("postgres", "access", "migrations"),
  },
} as const satisfies Record<string, Record<SchemaName, string>>;

/** Why a program writes nothing where it does not know the newest form of the tables. */
export const newerSchemaReason = "a newer version of Throughline brought them up to date";

/**
 * Brings a file to the newest form of its schema; one that is there already stays as it is.
 * Several processes may open a new file at once: one migrates, the others wait for it.
 * @throws Error where a newer program was there: what it needs of a row, this one does not know
 */
export function migrate(connection: Connection, schema: SchemaName = "workspace"): void {
  const migrations = migrationsOf(schema);
  if (isAhead(connection, migrations)) throw new Error(newerSchemaReason);
  if (isNewest(connection, migrations)) return;
  connection.pragma("foreign_keys = OFF");
  connection.exec("BEGIN IMMEDIATE");
  try {
    connection.exec(
      `CREATE TABLE IF NOT EXISTS ${journal} (id INTEGER PRIMARY KEY, hash text NOT NULL, created_at numeric)`,
    );
    // Checked again under the lock: another process may have been first.
    const last = lastApplied(connection);
    for (const { sql, hash, folderMillis } of migrations) {
      if (folderMillis <= last) continue;
      for (const part of sql) connection.exec(part);
      const record = `INSERT INTO ${journal} (hash, created_at) VALUES (?, ?)`;
      connection.prepare(record).run(hash, folderMillis);
    }
    connection.exec("COMMIT");
  } catch (error) {
    if (connection.inTransaction) connection.exec("ROLLBACK");
    throw error;
  } finally {
    connection.pragma("foreign_keys = ON");
  }
}

/** Whether a file has the newest form of its schema; changes nothing. */
export function isMigrated(connection: Connection, schema: SchemaName = "workspace"): boolean {
  return isNewest(connection, migrationsOf(schema));
}

/** Whether a newer program brought a file's tables up to date; changes nothing. */
export function isNewer(connection: Connection, schema: SchemaName): boolean {
  return isAhead(connection, migrationsOf(schema));
}

/** Reads an engine's migrations of a schema, oldest first; `folderMillis` orders them and names each. */
export function migrationsOf(
  schema: SchemaName,
  engine: keyof typeof folders = "sqlite",
): readonly MigrationMeta[] {
  return readMigrationFiles({ migrationsFolder: findMigrations(folders[engine][schema]) });
}

function isAhead(connection: Connection, migrations: readonly MigrationMeta[]): boolean {
  return lastApplied(connection) > newestOf(migrations);
}

function isNewest(connection: Connection, migrations: readonly MigrationMeta[]): boolean {
  return lastApplied(connection) >= newestOf(migrations);
}

/** When the newest was made, milliseconds since 1970; 0 if there is none. */
export function newestOf(migrations: readonly MigrationMeta[]): number {
  return migrations.at(-1)?.folderMillis ?? 0;
}

function lastApplied(connection: Connection): number {
  const isThere = connection.prepare("SELECT 1 FROM sqlite_schema WHERE name = ?").get(journal);
  if (isThere === undefined) return 0;
  return Number(connection.prepare(`SELECT max(created_at) FROM ${journal}`).pluck().get());
}

/** The folder is beside this file in the sources, and one level up from a bundle. */
function findMigrations(migrations: string): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const candidate of [join(folder, migrations), join(folder, "db", migrations)]) {
      if (existsSync(join(candidate, "meta", "_journal.json"))) return candidate;
    }
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error(`The folder db/${migrations} is missing; check out the project again.`);
    folder = parent;
  }
}
