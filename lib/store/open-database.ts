import { basename, join } from "node:path";
import type { SchemaName } from "@/db/migrate";
import { DomainError } from "@/lib/domain/domain-error";
import { isDatabaseThere, isOnPostgres } from "./location";
import type { Database } from "./port";
import {
  openPostgresReader,
  openPostgresWriter,
  type PostgresPlace,
} from "./postgres/open-postgres";
import { distributeWorkspace } from "./postgres/distribute-workspace";
import { isNamespaceThere } from "./postgres/is-namespace-there";
import { openSqliteReader, openSqliteWriter } from "./sqlite";

/**
 * Opens a workspace to write to, on whichever engine keeps it, and brings its schema up to date.
 * @param location an SQLite file, ":memory:", or a PostgreSQL URL with `?namespace=…`
 * @param patienceMs how long opening and each write wait for another process beyond the engine's own five seconds
 * @param schema what it holds
 * @throws DomainError "busy" where another process keeps the write lock that long; "unavailable" or "damaged" where it
 * cannot be opened
 */
export function openWriter(
  location: string,
  patienceMs = 0,
  schema: SchemaName = "workspace",
): Promise<Database> {
  const place = readPostgresPlace(location);
  return place === null
    ? openSqliteWriter(location, patienceMs, schema)
    : openPostgresWriter(place, patienceMs, schema);
}

/**
 * Opens a workspace to read from; it neither writes nor waits for a writer.
 * @throws DomainError "unavailable" or "damaged" where it cannot be opened
 */
export function openReader(location: string): Database {
  const place = readPostgresPlace(location);
  return place === null ? openSqliteReader(location) : openPostgresReader(place);
}

/**
 * Whether a workspace was ever made at a location; a PostgreSQL server is asked, and nothing is made.
 * @throws DomainError "unavailable" where that cannot be told
 */
export async function isWorkspaceThere(location: string): Promise<boolean> {
  const place = readPostgresPlace(location);
  return place === null ? isDatabaseThere(location) : isNamespaceThere(place);
}

/** The file of a folder in which a server keeps the columns of what is at a location. */
export function columnFile(folder: string, location: string): string {
  const name = readPostgresPlace(location)?.namespace ?? basename(location, ".db");
  return join(folder, `${name}.columns`);
}

/**
 * Spreads a workspace over the machines of a Citus cluster; it must have the newest schema.
 * @returns how many tables were spread now; 0: all were before
 * @throws DomainError "invalid-input" for a file; "unsupported" where the database has no Citus
 */
export function distribute(location: string): Promise<number> {
  const place = readPostgresPlace(location);
  if (place !== null) return distributeWorkspace(place);
  throw new DomainError(
    "invalid-input",
    "A workspace in a file cannot be spread over machines: set THROUGHLINE_DATABASE_URL to a PostgreSQL database with Citus.",
  );
}

/** The server and the namespace of a location; null: it is no PostgreSQL URL. */
export function readPostgresPlace(location: string): PostgresPlace | null {
  if (!isOnPostgres(location)) return null;
  const url = new URL(location);
  const namespace = url.searchParams.get("namespace") ?? "throughline";
  url.searchParams.delete("namespace");
  return { url: url.href, namespace };
}
