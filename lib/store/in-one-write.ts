import type { Database } from "./port";

/**
 * Runs work that reads and writes by several calls as one writing transaction: what it checks still holds when it
 * writes, whatever other writers do. It may be run again where the lock was not got, so it changes nothing else.
 * @param work is given the database inside the transaction, and uses no other
 */
export function inOneWrite<T>(db: Database, work: (inside: Database) => Promise<T>): Promise<T> {
  return db.write((connection) =>
    work({
      ...db,
      read: (part) => part(connection),
      write: (part) => part(connection),
    }),
  );
}
