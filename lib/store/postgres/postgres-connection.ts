import { types, type ClientBase, type CustomTypesConfig, type QueryConfig } from "pg";
import type { Connection, RowShape, Statement } from "../port";
import { copyIn } from "./copy-in";
import { createPostgresWords } from "./postgres-words";
import { storable } from "./storable";
import { translateSql, type TranslatedSql } from "./translate-sql";

/** Rows that a cursor takes at once. */
const blockRows = 500;
/** Rows that one statement inserts, as many of the first as there are, then of the next. */
const rowsOfStatements = [64, 8, 1] as const;

/** Values as SQLite gives them: whole numbers and sums as numbers, truth as 1 and 0. */
const asNumber = (text: string) => Number(text);
const parsers = new Map<number, (text: string) => unknown>([
  [types.builtins.INT8, asNumber],
  [types.builtins.NUMERIC, asNumber],
  [types.builtins.BOOL, (text) => (text === "t" ? 1 : 0)],
]);
const asSqlite: CustomTypesConfig = {
  getTypeParser: (oid, format): ((text: string) => unknown) =>
    parsers.get(oid) ?? (types.getTypeParser(oid, format) as (text: string) => unknown),
};

const translated = new Map<string, TranslatedSql & { readonly name: string }>();

/** Each text is translated once; its name is that of the prepared statement on every client. */
function translateOnce(sql: string): TranslatedSql & { readonly name: string } {
  let known = translated.get(sql);
  if (known === undefined) {
    known = { ...translateSql(sql), name: `throughline_${String(translated.size)}` };
    translated.set(sql, known);
  }
  return known;
}

/**
 * The port's connection over a client that is connected and has its namespace on the search path. The client sends each
 * statement at once, also while others are under way (`pipeline`); the server runs them in their order.
 */
export function createPostgresConnection(client: ClientBase): Connection {
  const prepared = new Map<string, Statement<unknown[], unknown>>();
  const prepare: Connection["prepare"] = (sql, rows) => {
    const key = `${rows} ${sql}`;
    let known = prepared.get(key);
    if (known === undefined) {
      known = statementOf(client, sql, rows);
      prepared.set(key, known);
    }
    return known;
  };
  const insertRows: Connection["insertRows"] = (table, columns, rows) =>
    copyIn(client, table, columns, rows);
  return {
    prepare,
    insertRows,
    words: createPostgresWords({ prepare, insertRows }),
    exec: async (sql) => {
      await client.query(sql);
    },
    // Removed rows are overwritten by vacuuming, which the server does by itself.
    overwriteRemoved: () => Promise.resolve(),
    keepWaiting: async () => {
      await client.query("SET LOCAL idle_in_transaction_session_timeout = 0");
    },
    settleCopied: async () => {
      await client.query(continueKeys);
      await client.query(analyseTables);
    },
  };
}

/** Sequences of all keys of the first namespace on the search path. */
const continueKeys = `DO $$ DECLARE found record; BEGIN
  FOR found IN SELECT table_name AS name, column_name AS key FROM information_schema.columns
    WHERE table_schema = current_schema() AND is_identity = 'YES'
  LOOP
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), greatest(max(%I), 1), count(*) > 0) FROM %I',
      format('%I.%I', current_schema(), found.name), found.key, found.key, found.name);
  END LOOP;
END $$`;

/** All tables of the first namespace on the search path. */
const analyseTables = `DO $$ DECLARE found text; BEGIN
  FOR found IN SELECT tablename FROM pg_tables WHERE schemaname = current_schema()
  LOOP
    EXECUTE format('ANALYZE %I.%I', current_schema(), found);
  END LOOP;
END $$`;

function statementOf(
  client: ClientBase,
  sql: string,
  rows: RowShape,
): Statement<unknown[], unknown> {
  const shape = { ...(rows === "tuples" ? { rowMode: "array" as const } : {}), types: asSqlite };
  const queryOf = (statement: string, parameters: unknown[]) => {
    const { name, text, names } = translateOnce(statement);
    return { ...shape, name, text, values: valuesOf(names, parameters) };
  };
  const all = async (...parameters: unknown[]) =>
    (await client.query(queryOf(sql, parameters))).rows as unknown[];
  const insert = async (...parameters: unknown[]) => {
    const { rows: inserted } = await client.query(queryOf(`${sql} RETURNING id`, parameters));
    const [row] = inserted as ({ id: number } | [number])[];
    return row === undefined ? null : Array.isArray(row) ? row[0] : row.id;
  };
  return {
    all,
    get: async (...parameters) => (await all(...parameters))[0],
    run: async (...parameters) => ({
      changes: (await client.query(queryOf(sql, parameters))).rowCount ?? 0,
    }),
    insert,
    insertAll: (all) => Promise.all(all.map((row) => insert(...row))),
    runAll: async (all) => {
      const sent: Promise<unknown>[] = [];
      for (let from = 0; from < all.length;) {
        const most = all.length - from;
        const count = rowsOfStatements.find((each) => each <= most) ?? 1;
        const values = all.slice(from, from + count).flat();
        sent.push(client.query(queryOf(withRows(sql, count), values)));
        from += count;
      }
      await Promise.all(sent);
    },
    iterate: (...parameters) => iterate(client, queryOf(sql, parameters)),
  };
}

const oneRow = /\bVALUES (\((?:\?, )*\?\))/u;

/** The statement of one row as one of several. @throws Error where it says more than marks */
function withRows(sql: string, count: number): string {
  const row = oneRow.exec(sql)?.[1];
  if (row === undefined) throw new Error(`Not an insert of one row of marks: ${sql}`);
  return sql.replace(oneRow, `VALUES ${Array<string>(count).fill(row).join(", ")}`);
}

let cursors = 0;

/** By a cursor of the transaction's: those of the protocol cannot share a client that sends at once. */
async function* iterate(
  client: ClientBase,
  { text, values, ...rest }: QueryConfig,
): AsyncGenerator {
  const { name: _name, ...shape } = rest;
  cursors += 1;
  const cursor = `cursor_${String(cursors)}`;
  await client.query(`DECLARE ${cursor} NO SCROLL CURSOR FOR ${text}`, values);
  let isOver = false;
  try {
    while (!isOver) {
      const fetch = `FETCH ${String(blockRows)} FROM ${cursor}`;
      const block = (await client.query({ ...shape, text: fetch })).rows as unknown[];
      isOver = block.length < blockRows;
      yield* block;
    }
  } finally {
    // In a transaction that failed it is gone.
    await client.query(`CLOSE ${cursor}`).catch(() => undefined);
  }
}

/** Values in the order of their numbers. */
function valuesOf(names: readonly string[] | null, parameters: unknown[]): unknown[] {
  if (names === null) return parameters.filter((each) => !isNamed(each)).map(storable);
  const named = (parameters[0] ?? {}) as Record<string, unknown>;
  return names.map((name) => storable(named[name] ?? null));
}

/** An object of named parameters of a statement that uses none. */
function isNamed(parameter: unknown): boolean {
  return (
    typeof parameter === "object" &&
    parameter !== null &&
    !Array.isArray(parameter) &&
    !ArrayBuffer.isView(parameter)
  );
}
