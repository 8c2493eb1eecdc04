import { escapeIdentifier, type ClientBase } from "pg";
import { draftOf, underMigrationLock } from "@/db/postgres/migrate-postgres";
import { DomainError } from "@/lib/domain/domain-error";
import { readPostgresPlace } from "../open-database";
import { withOwnClient, type PostgresPlace } from "../postgres/open-postgres";
import { notesTable } from "./copy-notes";

/** Where a database on PostgreSQL is copied to until all is there. */
export function draftLocation(location: string): string {
  const { url, namespace } = placeOf(location);
  const draft = new URL(url);
  draft.searchParams.set("namespace", draftOf(namespace));
  return draft.href;
}

/** Those of some locations on one server whose namespace is there. */
export function listNamespaces(locations: readonly string[]): Promise<readonly string[]> {
  return onServerOf(locations, (client) => findThere(client, locations));
}

/**
 * Makes a draft for each of some locations, or finds it. From here on nobody opens these until `publishDrafts` or
 * `dropDrafts`.
 * @returns the namespaces that are there already; where there are any, no draft was made
 */
export function makeDrafts(locations: readonly string[]): Promise<readonly string[]> {
  return underLock(locations, async (client) => {
    const taken = await findThere(client, locations);
    if (taken.length > 0) return taken.map((location) => placeOf(location).namespace);
    for (const draft of draftsOf(locations))
      await client.query(`CREATE SCHEMA IF NOT EXISTS ${escapeIdentifier(draft)}`);
    return [];
  });
}

/** Removes the drafts of some locations, with all that was copied. */
export function dropDrafts(locations: readonly string[]): Promise<void> {
  return underLock(locations, async (client) => {
    await dropAll(client, locations);
  });
}

/** Gives drafts the names of their namespaces, and removes those of the other locations: all or nothing. */
export function publishDrafts(
  locations: readonly string[],
  others: readonly string[],
): Promise<void> {
  return underLock(locations, async (client) => {
    for (const { namespace } of locations.map(placeOf)) {
      const draft = escapeIdentifier(draftOf(namespace));
      await client.query(`DROP TABLE ${draft}.${notesTable}`);
      await client.query(`ALTER SCHEMA ${draft} RENAME TO ${escapeIdentifier(namespace)}`);
    }
    await dropAll(client, others);
  });
}

async function dropAll(client: ClientBase, locations: readonly string[]): Promise<void> {
  for (const draft of draftsOf(locations))
    await client.query(`DROP SCHEMA IF EXISTS ${escapeIdentifier(draft)} CASCADE`);
}

async function findThere(
  client: ClientBase,
  locations: readonly string[],
): Promise<readonly string[]> {
  const sql = "SELECT nspname AS name FROM pg_namespace WHERE nspname = ANY($1)";
  const names = locations.map((location) => placeOf(location).namespace);
  const { rows } = await client.query<{ name: string }>(sql, [names]);
  const there = new Set(rows.map(({ name }) => name));
  return locations.filter((location) => there.has(placeOf(location).namespace));
}

function draftsOf(locations: readonly string[]): string[] {
  return locations.map((location) => draftOf(placeOf(location).namespace));
}

function placeOf(location: string): PostgresPlace {
  const place = readPostgresPlace(location);
  if (place === null) throw new DomainError("invalid-input", "This is no PostgreSQL URL.");
  return place;
}

function onServerOf<T>(
  [first = ""]: readonly string[],
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  return withOwnClient(placeOf(first), work);
}

/** One transaction, while nobody migrates. */
function underLock<T>(
  locations: readonly string[],
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  return onServerOf(locations, (client) => underMigrationLock(client, () => work(client)));
}
