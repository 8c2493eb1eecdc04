import { connect, type Connection } from "@/db/connect";
import { isNewer, type SchemaName } from "@/db/migrate";
import { storageFault } from "../storage-faults";

/** Pages copied before yielding the thread. */
const pagesAtOnce = 2000;

/** A database as it was at one moment, while others go on writing to it. */
export type Snapshot = {
  /**
   * Copies it into a new file.
   * @param onProgress called with the copied share, 0 to 1
   */
  readonly copyTo: (to: string, onProgress: (share: number) => void) => Promise<void>;
  readonly close: () => void;
};

/**
 * Holds a database's state of now until it is closed. Meanwhile nobody waits, and its write-ahead log grows.
 * @throws DomainError "unavailable" or "damaged" where it cannot be opened
 */
export function openSnapshot(path: string): Snapshot {
  const connection = openAtMoment(path);
  return {
    copyTo: async (to, onProgress) => {
      await connection.backup(to, {
        progress: ({ totalPages, remainingPages }) => {
          onProgress(totalPages === 0 ? 0 : 1 - remainingPages / totalPages);
          return pagesAtOnce;
        },
      });
    },
    close: () => void connection.close(),
  };
}

function openAtMoment(path: string): Connection {
  try {
    const connection = connect(path, "reader");
    try {
      // An open read pins the moment; without one the copy restarts whenever somebody writes.
      connection.exec("BEGIN");
      connection.prepare("SELECT count(*) FROM sqlite_schema").get();
      return connection;
    } catch (error) {
      connection.close();
      throw error;
    }
  } catch (error) {
    throw storageFault(error, path) ?? error;
  }
}

/** Whether a copy's tables are of a newer program than this one. @param path of a sealed copy */
export function isNewerCopy(path: string, schema: SchemaName): boolean {
  const connection = connect(path, "reader");
  try {
    return isNewer(connection, schema);
  } finally {
    connection.close();
  }
}

/** Removes what is sealed in a workspace's copy, and its bytes. */
export function removeOriginals(path: string): void {
  const connection = connect(path, "writer");
  try {
    const named = "SELECT 1 FROM sqlite_schema WHERE name = 'sealed_originals'";
    // The copy may be of an older program's tables.
    if (connection.prepare(named).get() === undefined) return;
    connection.pragma("secure_delete = ON");
    connection.exec("DELETE FROM sealed_originals");
  } finally {
    connection.close();
  }
}

/**
 * Makes a copy one file that can be read without a write-ahead log beside it, and reads it whole: SQLite copies damaged
 * pages as they are.
 * @throws DomainError "damaged" where its structure is not sound
 */
export function sealCopy(path: string): void {
  try {
    const connection = connect(path, "writer");
    try {
      connection.pragma("journal_mode = DELETE");
      const found: unknown = connection.pragma("quick_check(1)", { simple: true });
      if (found !== "ok") throw Object.assign(new Error(String(found)), { code: "SQLITE_CORRUPT" });
    } finally {
      connection.close();
    }
  } catch (error) {
    const fault = storageFault(error, path);
    throw fault?.code === "damaged" ? fault : error;
  }
}
