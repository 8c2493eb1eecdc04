import { randomUUID } from "node:crypto";
import { existsSync, linkSync, rmSync } from "node:fs";
import { connect, type Connection as SqliteFile } from "@/db/connect";
import { findMissingTable } from "@/db/find-missing-table";
import { isMigrated, migrate, type SchemaName } from "@/db/migrate";
import { DomainError, isDomainError } from "@/lib/domain/domain-error";
import { busyError, patiently } from "./busy";
import { createTurns } from "./in-turn";
import { forgetInterned, forgetRetired } from "./interned";
import type { Connection, Database } from "./port";
import { rewriteFile } from "./rewrite-file";
import { createConnection } from "./sqlite-connection";
import {
  knownDamage,
  migrationFault,
  missingTableFault,
  noteDamage,
  storageFault,
} from "./storage-faults";

/**
 * Opens a workspace to write to, and brings its schema up to date.
 * @param path its file, or ":memory:"
 * @param patienceMs how long opening and each write wait for another process beyond the connection's own five seconds
 * @param schema what the file holds
 * @throws DomainError "busy" where another process keeps the write lock that long
 */
export async function openSqliteWriter(
  path: string,
  patienceMs = 0,
  schema: SchemaName = "workspace",
): Promise<Database> {
  const open = () => attempt(path, () => openMigrated(path, schema));
  return databaseOf(await patiently(open, patienceMs), { patienceMs, schema });
}

function openMigrated(path: string, schema: SchemaName): SqliteFile {
  refuseDamaged(path);
  if (path !== ":memory:" && !existsSync(path)) createMigrated(path, schema);
  const file = connect(path, "writer");
  try {
    migrate(file, schema);
    refuseIncomplete(file, schema);
    return file;
  } catch (error) {
    file.close();
    if (isBusy(error) || isDomainError(error) || storageFault(error, path) !== null) throw error;
    throw migrationFault(error, path);
  }
}

/** Creates a file that has its tables from the moment it is there, so that nobody reads one without. */
function createMigrated(path: string, schema: SchemaName): void {
  const draft = `${path}.${randomUUID()}.new`;
  try {
    const file = connect(draft, "writer");
    try {
      migrate(file, schema);
    } finally {
      file.close();
    }
    linkSync(draft, path);
  } catch (error) {
    // Another process was first, or the file system has no links: then it is created in place.
    if (!isFileSystemError(error)) throw error;
  } finally {
    // In a folder that may not be opened there is none, and to remove it would throw over the error.
    if (existsSync(draft)) rmSync(draft);
  }
}

/** Whether the file system refused, not SQLite. */
function isFileSystemError(error: unknown): boolean {
  return error instanceof Error && "syscall" in error;
}

/**
 * Opens a workspace to read from; it neither writes nor waits for a writer.
 * @throws DomainError "unavailable" or "damaged" where it cannot be opened
 */
export function openSqliteReader(path: string): Database {
  try {
    return databaseOf(connect(path, "reader"), { patienceMs: 0, schema: "workspace" });
  } catch (error) {
    throw translated(error, path);
  }
}

type Opening = { readonly patienceMs: number; readonly schema: SchemaName };

/** SQLite answers at once, on this thread: between the statements of a transaction no timer and no request comes up. */
function databaseOf(file: SqliteFile, { patienceMs, schema }: Opening): Database {
  const path = file.name;
  const connection = createConnection(file);
  const inTurn = createTurns();
  const begin = { read: file.prepare("BEGIN"), write: file.prepare("BEGIN IMMEDIATE") };
  const commit = file.prepare("COMMIT");
  const others = file.prepare("PRAGMA data_version").pluck();
  const own = file.prepare("SELECT total_changes()").pluck();
  async function runOnce<T>(mode: "read" | "write", work: Work<T>): Promise<T> {
    begin[mode].run();
    try {
      if (mode === "write") await forgetRetired(connection);
      const result = await work(connection);
      commit.run();
      return result;
    } catch (error) {
      if (mode === "write") forgetInterned(connection);
      if (file.inTransaction) file.exec("ROLLBACK");
      throw error;
    }
  }
  const once = <T>(work: () => T | Promise<T>) =>
    inTurn(() =>
      attempt(path, async () => {
        try {
          return await work();
        } catch (error) {
          if (lacksTable(error)) hasNewestSchema();
          throw error;
        }
      }),
    );
  const hasNewestSchema = () => {
    if (!isMigrated(file, schema)) return false;
    refuseIncomplete(file, schema);
    return true;
  };
  return {
    path,
    read: (work) => once(() => runOnce("read", work)),
    write: (work) => {
      const writeOnce = () => {
        refuseDamaged(path);
        return runOnce("write", work);
      };
      return patiently(() => once(writeOnce), patienceMs);
    },
    hasNewestSchema: () => once(hasNewestSchema),
    claims: null,
    onWrite: null,
    // The first counts what other connections wrote, the second what this one did.
    readVersion: () => once(() => [others.get(), own.get()].join(".")),
    rewrite: () => rewriteFile(path),
    close: () => once(() => void file.close()),
  };
}

type Work<T> = (connection: Connection) => Promise<T>;

async function attempt<T>(path: string, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw translated(error, path);
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

/** @throws DomainError "damaged" where a table is missing */
function refuseIncomplete(file: SqliteFile, schema: SchemaName): void {
  const sql = "SELECT name FROM sqlite_schema WHERE type IN ('table', 'view')";
  const names = file.prepare(sql).pluck().all();
  const missing = findMissingTable(new Set(names as string[]), schema);
  if (missing !== null) throw missingTableFault(missing, file.name);
}

/** SQLite has no code of its own for it. */
function lacksTable(error: unknown): boolean {
  return error instanceof Error && error.message.startsWith("no such table");
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_BUSY");
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
