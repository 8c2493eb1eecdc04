import type { Statement as SqliteStatement } from "better-sqlite3";
import type { Connection as SqliteFile } from "@/db/connect";
import type { Connection, RowShape, Statement } from "./port";
import { createWordIndex } from "./sqlite-words";

/** The port's connection over an open SQLite file. */
export function createConnection(file: SqliteFile): Connection {
  const prepared: Readonly<Record<RowShape, Map<string, Statement<unknown[], unknown>>>> = {
    objects: new Map(),
    tuples: new Map(),
  };
  const plain: Pick<Connection, "prepare" | "exec"> = {
    prepare: (sql, rows) => {
      let known = prepared[rows].get(sql);
      if (known === undefined) {
        const made = file.prepare(sql);
        known = statementOf(rows === "tuples" ? made.raw(true) : made);
        prepared[rows].set(sql, known);
      }
      return known;
    },
    exec: (sql) => resolved(() => void file.exec(sql)),
  };
  return {
    ...plain,
    words: createWordIndex(plain),
    insertRows: (table, columns, rows) =>
      resolved(() => {
        const names = columns.map((column) => `"${column}"`).join(", ");
        const marks = columns.map(() => "?").join(", ");
        const insert = file.prepare(`INSERT INTO "${table}" (${names}) VALUES (${marks})`);
        for (const row of rows) insert.run(row);
      }),
    keepWaiting: () => Promise.resolve(),
    settleCopied: () => Promise.resolve(),
    overwriteRemoved: () => resolved(() => void file.pragma("secure_delete = ON")),
  };
}

function statementOf(prepared: SqliteStatement): Statement<unknown[], unknown> {
  const insert = (parameters: unknown[]) => {
    const { changes, lastInsertRowid } = prepared.run(...parameters);
    return changes === 0 ? null : Number(lastInsertRowid);
  };
  return {
    get: (...parameters) => resolved(() => prepared.get(...parameters)),
    all: (...parameters) => resolved(() => prepared.all(...parameters)),
    run: (...parameters) => resolved(() => prepared.run(...parameters)),
    insert: (...parameters) => resolved(() => insert(parameters)),
    runAll: (rows) =>
      resolved(() => {
        for (const row of rows) prepared.run(...row);
      }),
    insertAll: (rows) => resolved(() => rows.map(insert)),
    iterate: (...parameters) => prepared.iterate(...parameters),
  };
}

/** What throws is rejected. */
function resolved<T>(ask: () => T): Promise<T> {
  return new Promise((resolve) => {
    resolve(ask());
  });
}
