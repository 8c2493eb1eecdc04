import BetterSqlite3 from "better-sqlite3";

export type Connection = BetterSqlite3.Database;

/**
 * Opens a workspace's file.
 * @param path the file; ":memory:" for a test
 * @param mode a reader never writes and never waits for a writer (WAL); a writer waits up to five seconds
 * @throws where the file cannot be opened, or a reader's file does not exist
 */
export function connect(path: string, mode: "reader" | "writer"): Connection {
  const connection = new BetterSqlite3(path, {
    readonly: mode === "reader",
    fileMustExist: mode === "reader",
    timeout: 5000,
  });
  if (mode === "writer") {
    connection.pragma("journal_mode = WAL");
    connection.pragma("synchronous = NORMAL");
  }
  connection.pragma("foreign_keys = ON");
  connection.pragma("cache_size = -32000");
  connection.pragma("temp_store = MEMORY");
  return connection;
}
