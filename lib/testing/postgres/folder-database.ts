import { createHash, randomUUID } from "node:crypto";
import { join } from "node:path";
import { Client, escapeIdentifier } from "pg";
import type { DatabaseName } from "@/lib/domain/workspace";
import { isOnPostgres, serverVariable } from "./test-server";

/**
 * The setting under which programs keep a data folder's workspaces where this run does: in a database of its own on the
 * run's PostgreSQL server, or, where it has none, in files.
 * @param port of a way to that server; absent: its own
 */
export function databaseEnv(
  folder: string,
  port?: number,
): { readonly THROUGHLINE_DATABASE_URL: string } {
  const url = databaseUrl(folder);
  if (url !== null && port !== undefined) url.port = String(port);
  return { THROUGHLINE_DATABASE_URL: url?.href ?? "" };
}

/** Where one of a data folder's databases is, for lib/store/open-database.ts. */
export function locationIn(folder: string, name: DatabaseName): string {
  const url = databaseUrl(folder);
  if (url === null) return join(folder, `${name}.db`);
  url.searchParams.set("namespace", `throughline_${name}`);
  return url.href;
}

/** Where a test makes an empty workspace or an empty file of accounts: in memory, or in a database of its own. */
export async function emptyLocation(name: DatabaseName = "main"): Promise<string> {
  if (!isOnPostgres()) return ":memory:";
  const folder = randomUUID();
  await makeDatabase(folder);
  return locationIn(folder, name);
}

/** Removes a database that was made for a test; nobody is connected to it. */
export async function dropLocation(location: string): Promise<void> {
  if (!isOnPostgres()) return;
  const name = escapeIdentifier(new URL(location).pathname.slice(1));
  await onServer((client) => client.query(`DROP DATABASE ${name}`));
}

/**
 * Makes the database of a data folder, where the run has a server and it is not there yet: with what the server gives to
 * new databases, or as a copy.
 * @param from a data folder whose database is copied; who is connected to it is cut off
 * @param without of the copy
 */
export async function makeDatabase(
  folder: string,
  {
    from,
    without = [],
  }: { readonly from?: string; readonly without?: readonly DatabaseName[] } = {},
): Promise<void> {
  const url = databaseUrl(folder);
  if (url === null) return;
  await onServer(async (client) => {
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = $1", [
      nameOf(folder),
    ]);
    if (found.rowCount !== 0) return;
    const name = escapeIdentifier(nameOf(folder));
    if (from === undefined) await client.query(`CREATE DATABASE ${name}`);
    else await copyDatabase(client, nameOf(from), name);
  });
  if (without.length === 0) return;
  const namespaces = without.map((name) => escapeIdentifier(`throughline_${name}`)).join(", ");
  await onServer((client) => client.query(`DROP SCHEMA IF EXISTS ${namespaces} CASCADE`), url);
}

/** PostgreSQL copies no database that somebody is connected to. */
async function copyDatabase(client: Client, from: string, name: string): Promise<void> {
  await client.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = $1", [
    from,
  ]);
  await client.query(`CREATE DATABASE ${name} TEMPLATE ${escapeIdentifier(from)}`);
}

/** Removes a data folder's database, where the run has a server. */
export async function dropDatabase(folder: string): Promise<void> {
  if (databaseUrl(folder) === null) return;
  const name = escapeIdentifier(nameOf(folder));
  await onServer((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`));
}

function databaseUrl(folder: string): URL | null {
  const server = process.env[serverVariable];
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
  url = new URL(process.env[serverVariable] ?? ""),
): Promise<void> {
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
