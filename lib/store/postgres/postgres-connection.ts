import { types, type ClientBase, type CustomTypesConfig, type QueryConfig } from "pg";
import Cursor from "pg-cursor";
import type { Connection, RowShape, Statement } from "../port";
import { copyIn } from "./copy-in";
import { createPostgresWords } from "./postgres-words";
import { storable } from "./storable";
import { translateSql, type TranslatedSql } from "./translate-sql";

/** Rows that a cursor takes at once. */
const blockRows = 500;

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

/** The port's connection over a client that is connected and has its namespace on the search path. */
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
    EXECUTE format('SELECT setval(pg_get_serial_sequence(%L, %L), greatest(max(%I), 1)) FROM %I',
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
  const queryOf = (statement: string, parameters: unknown[]): QueryConfig => {
    const { name, text, names } = translateOnce(statement);
    return { ...shape, name, text, values: valuesOf(names, parameters) };
  };
  const all = async (...parameters: unknown[]) =>
    (await client.query(queryOf(sql, parameters))).rows as unknown[];
  return {
    all,
    get: async (...parameters) => (await all(...parameters))[0],
    run: async (...parameters) => ({
      changes: (await client.query(queryOf(sql, parameters))).rowCount ?? 0,
    }),
    insert: async (...parameters) => {
      const { rows: inserted } = await client.query(queryOf(`${sql} RETURNING id`, parameters));
      const [row] = inserted as ({ id: number } | [number])[];
      return row === undefined ? null : Array.isArray(row) ? row[0] : row.id;
    },
    iterate: (...parameters) => iterate(client, queryOf(sql, parameters), rows),
  };
}

async function* iterate(
  client: ClientBase,
  { text, values = [] }: QueryConfig,
  rows: RowShape,
): AsyncGenerator {
  const config = { types: asSqlite, ...(rows === "tuples" ? { rowMode: "array" as const } : {}) };
  const cursor = client.query(new Cursor(text, values, config));
  try {
    for (;;) {
      const block = (await cursor.read(blockRows)) as unknown[];
      yield* block;
      if (block.length < blockRows) return;
    }
  } finally {
    await cursor.close();
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
