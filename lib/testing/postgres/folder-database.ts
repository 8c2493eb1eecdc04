import { createHash } from "node:crypto";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import { locationVariable } from "../empty-location";

/** A data folder's databases. */
export type StoreName = "main" | "demo" | "access";

/**
 * The setting under which programs keep a data folder's workspaces where this run does: in a database of its own on the
 * run's PostgreSQL server, or, where it has none, in files.
 */
export function databaseEnv(folder: string): { readonly THROUGHLINE_DATABASE_URL: string } {
  return { THROUGHLINE_DATABASE_URL: databaseUrl(folder)?.href ?? "" };
}

/** Where one of a data folder's databases is, for lib/store/open-database.ts. */
export function locationIn(folder: string, name: StoreName): string {
  const url = databaseUrl(folder);
  if (url === null) return join(folder, `${name}.db`);
  url.searchParams.set("namespace", `throughline_${name}`);
  return url.href;
}

/**
 * Makes the database of a data folder, where the run has a server and it is not there yet.
 * @param from a data folder whose database is copied; nobody may be connected to it
 * @param without of the copy
 */
export async function makeDatabase(
  folder: string,
  { from, without = [] }: { readonly from?: string; readonly without?: readonly StoreName[] } = {},
): Promise<void> {
  const url = databaseUrl(folder);
  if (url === null) return;
  await onServer(async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      nameOf(folder),
    ]);
    if (found.rowCount !== 0) return;
    const template = from === undefined ? "" : ` TEMPLATE ${escapeIdentifier(nameOf(from))}`;
    await client.query(`CREATE DATABASE ${escapeIdentifier(nameOf(folder))}${template}`);
  });
  if (without.length === 0) return;
  const namespaces = without.map((name) => escapeIdentifier(`throughline_${name}`)).join(", ");
  await onServer((client) => client.query(`DROP SCHEMA IF EXISTS ${namespaces} CASCADE`), url);
}

/** Removes a data folder's database, where the run has a server. */
export async function dropDatabase(folder: string): Promise<void> {
  if (databaseUrl(folder) === null) return;
  const name = escapeIdentifier(nameOf(folder));
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function databaseUrl(folder: string): URL | null {
  const server = process.env[locationVariable];
  if (server === undefined) return null;
  const url = new URL(server);
  url.pathname = nameOf(folder);
  return url;
}

/** Folders' paths are longer than PostgreSQL's names. */
function nameOf(folder: string): string {
  return `folder_${createHash("sha256").update(folder).digest("hex").slice(0, 16)}`;
}

async function onServer(
  work: (client: Client) => Promise<unknown>,
  url = new URL(process.env[locationVariable] ?? ""),
): Promise<void> {
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
