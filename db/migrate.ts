import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { drizzle } from "drizzle-orm/better-sqlite3";
import { migrate as applyMigrations } from "drizzle-orm/better-sqlite3/migrator";
import type { Connection } from "./connect";

/** Brings a workspace's file to the newest schema; a file that is there already stays as it is. */
export function migrate(connection: Connection): void {
  connection.pragma("foreign_keys = OFF");
  applyMigrations(drizzle(connection), { migrationsFolder: findMigrations() });
  connection.pragma("foreign_keys = ON");
}

/** The folder stands beside this file in the sources, and one level up from a bundle. */
function findMigrations(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  for (;;) {
    for (const candidate of [join(folder, "migrations"), join(folder, "db", "migrations")]) {
      if (existsSync(join(candidate, "meta", "_journal.json"))) return candidate;
    }
    const parent = dirname(folder);
    if (parent === folder)
      throw new Error("The folder db/migrations is missing; check out the project again.");
    folder = parent;
  }
}
