import {
  escapeIdentifier,
  Pool,
  type ClientBase,
  type ClientConfig,
  type PoolClient,
  type QueryConfig,
} from "pg";
import { functionsNamespace } from "@/db/postgres/functions";
import { isMigratedOnPostgres, migratePostgres } from "@/db/postgres/migrate-postgres";
import type { SchemaName } from "@/db/migrate";
import { DomainError } from "@/lib/domain/domain-error";
import { patiently } from "../busy";
import { forgetInterned, forgetRetired } from "../interned";
import type { Connection, Database } from "../port";
import { createPostgresClaims } from "./postgres-claims";
import { createPostgresConnection } from "./postgres-connection";
import {
  lacksTables,
  poolerError,
  tablesUnready,
  translateError,
  unknownOutcome,
} from "./translate-error";
import { TimedClient, watchServer } from "./watch-server";
import { createWriteNotices, notifySql } from "./write-notices";

/** Where a workspace is: a server, and the namespace of its tables there. */
export type PostgresPlace = { readonly url: string; readonly namespace: string };

/** Transactions that read at once, in one process. */
const readersMax = 4;

/**
 * Opens a workspace on PostgreSQL to write to, and brings its schema up to date.
 * @param patienceMs how long opening and each write wait for other writers beyond five seconds
 * @throws DomainError "busy" where another process keeps the write lock; "unavailable" where the server does not answer
 */
export async function openPostgresWriter(
  place: PostgresPlace,
  patienceMs = 0,
  schema: SchemaName = "workspace",
): Promise<Database> {
  const writers = poolOf(place, 1);
  const database = databaseOf(place, { writers, patienceMs, schema });
  const migrate = () =>
    withClient(writers, async (client) => {
      await requireServer(client, place.namespace);
      await migratePostgres(client, place.namespace, schema);
    });
  try {
    await patiently(migrate, patienceMs);
  } catch (error) {
    await database.close();
    throw error;
  }
  return database;
}

/**
 * Runs work on a connection of its own, outside transactions.
 * @throws DomainError "unsupported" for a server that cannot keep a workspace; "unavailable" where it does not answer
 */
export async function withOwnClient<T>(
  place: PostgresPlace,
  work: (client: ClientBase) => Promise<T>,
): Promise<T> {
  const pool = poolOf(place, 1);
  try {
    return await withClient(pool, async (client) => {
      await requireServer(client, place.namespace);
      return work(client);
    });
  } finally {
    await pool.end();
  }
}

/** Opens a workspace on PostgreSQL as it is. */
export function openPostgresReader(place: PostgresPlace): Database {
  return databaseOf(place, { writers: poolOf(place, 1), patienceMs: 0, schema: "workspace" });
}

type Opening = {
  readonly writers: Pool;
  readonly patienceMs: number;
  readonly schema: SchemaName;
};

/**
 * Readers wait for nobody; the writing transactions of all processes and machines run one after the other.
 */
function databaseOf(place: PostgresPlace, { writers, patienceMs, schema }: Opening): Database {
  const readers = poolOf(place, readersMax);
  const claims = createPostgresClaims(configOf(place));
  const notices = createWriteNotices(() => connectAside(place), place.namespace);
  const hasNewestSchema = () =>
    withClient(readers, (client) => isMigratedOnPostgres(client, place.namespace, schema));
  const read: Database["read"] = (work) =>
    withClient(readers, (client) =>
      inTransaction(client, [beginRead], async (connection) => {
        const result = await work(connection);
        // Nothing depends on its end; what comes next waits for it on the server.
        void client.query("COMMIT").catch(() => undefined);
        return result;
      }),
    );
  return {
    path: locationOf(place),
    claims,
    onWrite: notices.subscribe,
    readVersion: null,
    read: (work) =>
      read(work).catch(async (error: unknown) => {
        if (!lacksTables(error)) throw error;
        if (!(await hasNewestSchema())) throw tablesUnready();
        // They were made in between; whatever else is missing is missing again.
        return read(work);
      }),
    write: (work) =>
      patiently(
        () =>
          withClient(writers, (client) => {
            const lock = { text: takeLock, values: [place.namespace] };
            return inTransaction(client, [beginWrite, lock], async (connection) => {
              await forgetRetired(connection);
              const result = await work(connection);
              await client.query("COMMIT").catch((error: unknown) => {
                throw unknownOutcome(error);
              });
              return result;
            });
          }),
        patienceMs,
      ).catch(async (error: unknown) => {
        if (lacksTables(error)) await hasNewestSchema();
        throw error;
      }),
    hasNewestSchema,
    // Vacuumed: the space of what was removed is used again. Write-ahead log and backups are the server's.
    rewrite: () =>
      withClient(writers, async (client) => {
        await client.query("VACUUM");
      }),
    close: async () => {
      notices.close();
      await Promise.all([readers.end(), writers.end(), claims.close()]);
    },
  };
}

/** A connection beside the pools, which hears of its end when it is asked. */
async function connectAside(place: PostgresPlace): Promise<TimedClient> {
  const client = new TimedClient(configOf(place));
  await client.connect();
  return client;
}

function locationOf({ url, namespace }: PostgresPlace): string {
  const location = new URL(url);
  location.searchParams.set("namespace", namespace);
  return location.href;
}

const versionMin = 15;

/**
 * @throws DomainError "unsupported" for a server that cannot keep a workspace; "unavailable" where a pooler keeps a
 * connection's settings from it
 */
async function requireServer(client: ClientBase, namespace: string): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; path: string }>(
    `SELECT current_setting('server_version_num')::int / 10000 AS version,
      current_setting('server_encoding') AS encoding, current_setting('search_path') AS path`,
  );
  const { version = 0, encoding = "", path = "" } = rows[0] ?? {};
  if (!path.startsWith(escapeIdentifier(namespace))) throw poolerError();
  if (version >= versionMin && encoding === "UTF8") return;
  throw new DomainError(
    "unsupported",
    `Throughline needs PostgreSQL ${String(versionMin)} or newer and a database with the encoding UTF8; this is ${String(version)} with ${encoding}.`,
  );
}

const beginRead = "BEGIN ISOLATION LEVEL REPEATABLE READ, READ ONLY";
/** What was committed before the lock was got is seen, whatever the database's own level is. */
const beginWrite = "BEGIN ISOLATION LEVEL READ COMMITTED";
/** Held until the transaction ends: as on SQLite, what a writer read cannot change before it writes. */
const takeLock = `SELECT pg_advisory_xact_lock(hashtextextended('throughline writes ' || $1, 0)), ${notifySql}`;

/**
 * After this time the server ends a transaction that asks nothing: a process that hangs, or a machine that is gone, would
 * keep all others from writing.
 */
const silentMs = 30_000;

/**
 * Settings of each connection, which those of the server, the database and the user do not change. On Citus a transaction
 * asks one machine after the other, since it may not write what is on all of them after it asked them at once.
 */
const ownSettings = {
  lock_timeout: "5000",
  idle_in_transaction_session_timeout: String(silentMs),
  // The one that hears of writes has nothing to ask.
  idle_session_timeout: "0",
  standard_conforming_strings: "on",
  "citus.multi_shard_modify_mode": "sequential",
};

function configOf({ url: given, namespace }: PostgresPlace): ClientConfig {
  const url = new URL(given);
  const options = url.searchParams.get("options") ?? "";
  // node-postgres would take the URL's in place of these.
  url.searchParams.delete("options");
  const path = `${escapeIdentifier(namespace)},${functionsNamespace}`.replaceAll(/[\\ ]/gu, "\\$&");
  return {
    connectionString: url.href,
    // Statements are sent at once, without waiting for the answers to those before.
    pipeline: true,
    options: [options, ...Object.entries({ search_path: path, ...ownSettings }).map(optionOf)].join(
      " ",
    ),
    application_name: "throughline",
  };
}

function optionOf([name, value]: readonly [string, string]): string {
  return `-c ${name}=${value}`;
}

/** So soon a server notices that a process is gone whose statement it works on, and ends the statement and its locks. */
const noticeGone = "SET client_connection_check_interval = 2000";

function poolOf(place: PostgresPlace, max: number): Pool {
  const pool = new Pool({ ...configOf(place), max, allowExitOnIdle: true, Client: TimedClient });
  // A server on Windows cannot, and refuses the setting: there a statement ends when it is done.
  pool.on("connect", (client) => void client.query(noticeGone).catch(() => undefined));
  // A server that restarts closes idle clients; the next transaction connects anew.
  pool.on("error", () => undefined);
  return pool;
}

/** What each client's statements and caches hang on. */
const connections = new WeakMap<PoolClient, Connection>();

function connectionOf(client: PoolClient): Connection {
  let known = connections.get(client);
  if (known === undefined) {
    known = createPostgresConnection(client);
    connections.set(client, known);
  }
  return known;
}

async function withClient<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  let client: PoolClient | undefined;
  let stopWatching = () => {};
  try {
    const connected = await pool.connect();
    client = connected;
    if (connected instanceof TimedClient) stopWatching = watchServer(pool.options, connected);
    const result = await work(connected);
    connected.release();
    return result;
  } catch (error) {
    const failure = translateError(error, client === undefined);
    client?.release(failure.isConnectionLost);
    throw failure.error;
  } finally {
    stopWatching();
  }
}

/** Begins a transaction and does its work, without waiting between the two; the work ends it where it does not fail. */
async function inTransaction<T>(
  client: PoolClient,
  begin: readonly (string | QueryConfig)[],
  work: (connection: Connection) => Promise<T>,
): Promise<T> {
  const connection = connectionOf(client);
  const begun = Promise.all(begin.map((each) => client.query(each)));
  begun.catch(() => undefined);
  try {
    const result = await work(connection);
    await begun;
    return result;
  } catch (error) {
    forgetInterned(connection);
    await client.query("ROLLBACK").catch(() => undefined);
    // After a lock that was not got each statement fails, and says nothing of it.
    await begun;
    throw error;
  }
}
