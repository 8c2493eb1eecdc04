import { escapeIdentifier, type ClientBase } from "pg";
import { draftOf, takeMigrationLock } from "@/db/postgres/migrate-postgres";
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
  return onServerOf(locations, async (client) => {
    const there: string[] = [];
    for (const location of locations)
      if (await hasNamespace(client, placeOf(location).namespace)) there.push(location);
    return there;
  });
}

/**
 * Makes a draft for each of some locations, or finds it. From here on nobody opens these until `publishDrafts` or
 * `dropDrafts`.
 * @returns the namespaces that are there already; where there are any, no draft was made
 */
export function makeDrafts(locations: readonly string[]): Promise<readonly string[]> {
  return underLock(locations, async (client) => {
    const taken: string[] = [];
    for (const { namespace } of locations.map(placeOf))
      if (await hasNamespace(client, namespace)) taken.push(namespace);
    if (taken.length > 0) return taken;
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

async function hasNamespace(client: ClientBase, namespace: string): Promise<boolean> {
  const sql = "SELECT 1 FROM pg_namespace WHERE nspname = $1";
  return (await client.query(sql, [namespace])).rows.length > 0;
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
  return onServerOf(locations, async (client) => {
    await client.query("BEGIN");
    try {
      await client.query(takeMigrationLock);
      const result = await work(client);
      await client.query("COMMIT");
      return result;
    } catch (error) {
      await client.query("ROLLBACK").catch(() => undefined);
      throw error;
    }
  });
}
