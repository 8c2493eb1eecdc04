import { setTimeout as wait } from "node:timers/promises";
import type { Statement } from "better-sqlite3";
import { connect, type Connection } from "@/db/connect";
import { isMigrated, migrate, type SchemaName } from "@/db/migrate";
import { DomainError } from "@/lib/domain/domain-error";
import { knownDamage, noteDamage, storageFault } from "./storage-faults";

/**
 * A workspace's store. Each function of this room is one call of `read` or `write`, so each is atomic; its work is
 * synchronous, so nothing can come between its statements.
 */
export type Database = {
  readonly path: string;
  /**
   * One `BEGIN … COMMIT`: everything read inside is of one moment.
   * @throws DomainError "unavailable" or "damaged" where the disk or the file does not let it be read
   */
  readonly read: <T>(work: (connection: Connection) => T) => Promise<T>;
  /**
   * One `BEGIN IMMEDIATE … COMMIT`.
   * @throws DomainError "busy" where another process keeps the write lock; "unavailable" where the disk is full or gives
   * errors; "damaged" where the file is known to be damaged: what would be acknowledged could not be restored
   */
  readonly write: <T>(work: (connection: Connection) => T) => Promise<T>;
  readonly close: () => void;
};

/**
 * Opens a workspace to write to, and brings its schema up to date.
 * @param path its file, or ":memory:"
 * @param patienceMs how long opening and each write wait for another process beyond the connection's own five seconds
 * @param schema what the file holds
 * @throws DomainError "busy" where another process keeps the write lock that long
 */
export async function openWriter(
  path: string,
  patienceMs = 0,
  schema: SchemaName = "workspace",
): Promise<Database> {
  const connection = await patiently(path, () => openMigrated(path, schema), patienceMs);
  return databaseOf(connection, patienceMs);
}

function openMigrated(path: string, schema: SchemaName): Connection {
  refuseDamaged(path);
  const connection = connect(path, "writer");
  try {
    migrate(connection, schema);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}

/**
 * Opens a workspace to read from; it neither writes nor waits for a writer.
 * @throws DomainError "unavailable" or "damaged" where it cannot be opened
 */
export function openReader(path: string): Database {
  try {
    return databaseOf(connect(path, "reader"), 0);
  } catch (error) {
    throw translated(error, path);
  }
}

/** Whether a workspace's file has the newest schema. */
export function hasNewestSchema(db: Database): Promise<boolean> {
  return db.read((connection) => isMigrated(connection));
}

function databaseOf(connection: Connection, patienceMs: number): Database {
  const beginRead = connection.prepare("BEGIN");
  const begin = connection.prepare("BEGIN IMMEDIATE");
  const commit = connection.prepare("COMMIT");
  function runOnce<T>(work: (connection: Connection) => T, mode: "read" | "write"): T {
    (mode === "read" ? beginRead : begin).run();
    try {
      if (mode === "write") forgetRetired(connection);
      const result = work(connection);
      commit.run();
      return result;
    } catch (error) {
      if (mode === "write") forgetInterned(connection);
      if (connection.inTransaction) connection.exec("ROLLBACK");
      throw error;
    }
  }
  const path = connection.name;
  return {
    path,
    read: (work) => attempt(path, () => runOnce(work, "read")),
    write: (work) => {
      const workOnSound = () => {
        refuseDamaged(path);
        return runOnce(work, "write");
      };
      return patiently(path, workOnSound, patienceMs);
    },
    close: () => connection.close(),
  };
}

async function patiently<T>(path: string, work: () => T, patienceMs: number): Promise<T> {
  const startMs = performance.now();
  for (;;) {
    try {
      return await attempt(path, work);
    } catch (error) {
      const isOver = performance.now() - startMs >= patienceMs;
      if (isOver || !(error instanceof DomainError) || error.code !== "busy") throw error;
      await wait(200);
    }
  }
}

function attempt<T>(path: string, work: () => T): Promise<T> {
  try {
    return Promise.resolve(work());
  } catch (error) {
    return Promise.reject(translated(error, path));
  }
}

function translated(error: unknown, path: string): Error {
  if (isBusy(error)) return busyError();
  const fault = storageFault(error, path);
  if (fault?.code === "damaged") noteDamage(path, fault.message);
  return fault ?? asError(error);
}

function refuseDamaged(path: string): void {
  const damage = knownDamage(path);
  if (damage !== null) throw new DomainError("damaged", damage);
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

function busyError(): DomainError {
  return new DomainError(
    "busy",
    "Another process is writing to this workspace; nothing was changed, try again in a moment.",
  );
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}

const statements = new WeakMap<Connection, Map<string, Statement>>();
const tupleStatements = new WeakMap<Connection, Map<string, Statement>>();

/**
 * The prepared statement of a connection for a text of SQL, prepared once. The caller declares the types of parameters
 * and rows; the store's tests verify them.
 */
export function statement<Parameters extends unknown[], Row = unknown>(
  connection: Connection,
  sql: string,
): Statement<Parameters, Row> {
  const prepared = preparedOnce(statements, connection, sql, () => connection.prepare(sql));
  return prepared as Statement<Parameters, Row>;
}

/** The same with rows as tuples: half the cost for many rows of many columns. */
export function tupleStatement<Parameters extends unknown[], Row extends readonly unknown[]>(
  connection: Connection,
  sql: string,
): Statement<Parameters, Row> {
  const prepare = () => connection.prepare(sql).raw(true);
  return preparedOnce(tupleStatements, connection, sql, prepare) as Statement<Parameters, Row>;
}

function preparedOnce(
  all: WeakMap<Connection, Map<string, Statement>>,
  connection: Connection,
  sql: string,
  prepare: () => Statement,
): Statement {
  let known = all.get(connection);
  if (known === undefined) {
    known = new Map();
    all.set(connection, known);
  }
  let prepared = known.get(sql);
  if (prepared === undefined) {
    prepared = prepare();
    known.set(sql, prepared);
  }
  return prepared;
}

/** A connection's cache of interned rows; a rollback makes it invalid. */
const interned = new WeakMap<Connection, Map<string, number>[]>();

/** Creates a connection's cache of row ids, emptied when a transaction fails. */
export function rememberInterned(connection: Connection): Map<string, number> {
  const memory = new Map<string, number>();
  const all = interned.get(connection) ?? [];
  all.push(memory);
  interned.set(connection, all);
  return memory;
}

/** The setting that counts retirements of rows that may be cached. */
export const internedEpochName = "interned_epoch";
const epochs = new WeakMap<Connection, string>();

/** Empties the cache where any process has retired rows since. */
function forgetRetired(connection: Connection): void {
  if (!interned.has(connection)) return;
  const sql = "SELECT value FROM settings WHERE name = ?";
  const row = statement<[string], { value: string }>(connection, sql).get(internedEpochName);
  const epoch = row?.value ?? "0";
  if (epoch === epochs.get(connection)) return;
  forgetInterned(connection);
  epochs.set(connection, epoch);
}

function forgetInterned(connection: Connection): void {
  for (const memory of interned.get(connection) ?? []) memory.clear();
}
