import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCluster, type Cluster } from "@/lib/testing/postgres/start-cluster";
import { connect, type Connection } from "../connect";
import { migrate, type SchemaName } from "../migrate";
import { migratePostgres } from "./migrate-postgres";

const names: SchemaName[] = ["workspace", "access"];

/** The index of words, which each engine has in a form of its own, and what each notes its migrations in. */
const ofOneEngine = /^(?:case_search|case_words|__drizzle_migrations|sqlite_)/u;

let cluster: Cluster;
let postgres: Client;

beforeAll(async () => {
  cluster = await startCluster();
  postgres = new Client(cluster.url);
  await postgres.connect();
  for (const name of names) await migratePostgres(postgres, name, name);
});

afterAll(async () => {
  await postgres.end();
  await cluster.stop();
});

describe.each(names)("the schema %s on PostgreSQL", (name) => {
  it("has the tables, columns, defaults, keys, references and indexes that it has on SQLite", async () => {
    const sqlite = connect(":memory:", "writer");
    migrate(sqlite, name);
    const expected = describeSqlite(sqlite);
    sqlite.close();
    expect(Object.keys(expected).length).toBeGreaterThan(5);
    expect(await describePostgres(postgres, name)).toEqual(expected);
  });
});

it("is the same after it is migrated by several processes at once", async () => {
  const clients = [1, 2, 3].map(() => new Client(cluster.url));
  await Promise.all(clients.map((client) => client.connect()));
  await Promise.all(clients.map((client) => migratePostgres(client, "several", "access")));
  await Promise.all(clients.map((client) => client.end()));
  expect(await describePostgres(postgres, "several")).toEqual(
    await describePostgres(postgres, "access"),
  );
});

it("orders and folds text by bytes and ASCII letters, as SQLite does", async () => {
  const ids = ["a", "B", "É", "é", "_", "-", "10", "9", "ß", "Z"];
  const sqlite = connect(":memory:", "writer");
  sqlite.exec("CREATE TABLE t (id text)");
  for (const id of ids) sqlite.prepare("INSERT INTO t VALUES (?)").run(id);
  await postgres.query('CREATE TABLE t (id text COLLATE "C")');
  await postgres.query("INSERT INTO t SELECT unnest($1::text[])", [ids]);
  const query = "SELECT id, lower(id) AS folded FROM t ORDER BY id";
  expect((await postgres.query(query)).rows).toEqual(sqlite.prepare(query).all());
  sqlite.close();
});

describe("the audit on PostgreSQL", () => {
  it("is only added to, but for ids of the erased and a beginning that was purged", async () => {
    await postgres.query("SET search_path TO access");
    const insert = `INSERT INTO audit (seq, at_us, actor, action, network, target, after, previous_hash, hash)
      VALUES ($1, 1, 'a', $2, '', 'case-1', $3, '', '')`;
    for (const seq of [1, 2, 3]) await postgres.query(insert, [seq, "signed-in", null]);
    await expect(postgres.query("UPDATE audit SET actor = 'b'")).rejects.toThrow(/only added to/);
    await expect(postgres.query("TRUNCATE audit")).rejects.toThrow(/only added to/);
    await expect(postgres.query("DELETE FROM audit")).rejects.toThrow(/only added to/);
    await postgres.query("UPDATE audit SET target = '(erased)' WHERE seq = 3");
    await postgres.query(insert, [4, "audit-purged", '{"through":2}']);
    await postgres.query("DELETE FROM audit WHERE seq <= 2");
    await expect(postgres.query("DELETE FROM audit WHERE seq = 3")).rejects.toThrow(/only added/);
    expect((await postgres.query("SELECT seq FROM audit ORDER BY seq")).rows).toEqual([
      { seq: "3" },
      { seq: "4" },
    ]);
  });
});

type Described = Record<
  string,
  { columns: string[]; key: string[]; references: string[]; indexes: string[] }
>;

/** Types of SQLite by PostgreSQL's; an integer is a `smallint` where it is 0 or 1. */
const types: Readonly<Record<string, string>> = {
  bigint: "integer",
  smallint: "integer",
  text: "text",
  "double precision": "real",
  bytea: "blob",
};

function describeSqlite(sqlite: Connection): Described {
  const tables = sqlite
    .prepare<[], { name: string }>("SELECT name FROM sqlite_schema WHERE type = 'table'")
    .all()
    .filter((table) => !ofOneEngine.test(table.name));
  return Object.fromEntries(
    tables.map((table) => {
      type Column = {
        name: string;
        type: string;
        notnull: number;
        pk: number;
        dflt_value: string | null;
      };
      const columns = sqlite.pragma(`table_info(${table.name})`) as Column[];
      type Reference = Record<"from" | "table" | "to" | "on_delete", string>;
      const references = sqlite.pragma(`foreign_key_list(${table.name})`) as Reference[];
      type Index = { name: string; unique: number; origin: string };
      const indexes = sqlite.pragma(`index_list(${table.name})`) as Index[];
      const key = columns.filter((column) => column.pk > 0).sort((a, b) => a.pk - b.pk);
      return [
        table.name,
        {
          columns: columns.map((column) => {
            const bound = column.notnull === 1 ? " not null" : "";
            const value = (column.dflt_value ?? "").replace("false", "0");
            return `${column.name} ${column.type.toLowerCase()}${bound} ${value}`;
          }),
          key: key.map((column) => column.name),
          references: references
            .map((each) => `${each.from} ${each.table}.${each.to} ${each.on_delete}`)
            .sort(),
          indexes: indexes
            .filter(({ origin }) => origin !== "pk")
            .map(({ name: index, unique }) => `${index}${unique === 1 ? " unique" : ""}`)
            .sort(),
        },
      ];
    }),
  );
}

async function describePostgres(client: Client, namespace: string): Promise<Described> {
  type Row = { name: string; columns: string[]; key: string[]; refs: string[]; indexes: string[] };
  const { rows } = await client.query<Row>(
    `SELECT t.relname AS name,
      ARRAY(SELECT a.attname || ' ' || format_type(a.atttypid, NULL) || CASE WHEN a.attnotnull THEN ' not null ' ELSE ' ' END
        || coalesce(split_part(pg_get_expr(d.adbin, d.adrelid), '::', 1), '')
        FROM pg_attribute a LEFT JOIN pg_attrdef d ON d.adrelid = t.oid AND d.adnum = a.attnum WHERE a.attrelid = t.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum) AS columns,
      ARRAY(SELECT a.attname::text FROM pg_constraint c, unnest(c.conkey) WITH ORDINALITY AS k(num, place)
        JOIN pg_attribute a ON a.attnum = k.num AND a.attrelid = t.oid
        WHERE c.conrelid = t.oid AND c.contype = 'p' ORDER BY k.place) AS key,
      ARRAY(SELECT a.attname || ' ' || r.relname || '.' || f.attname ||
          CASE c.confdeltype WHEN 'c' THEN ' CASCADE' ELSE ' NO ACTION' END FROM pg_constraint c
        JOIN pg_class r ON r.oid = c.confrelid
        JOIN pg_attribute a ON a.attrelid = t.oid AND a.attnum = c.conkey[1]
        JOIN pg_attribute f ON f.attrelid = r.oid AND f.attnum = c.confkey[1]
        WHERE c.conrelid = t.oid AND c.contype = 'f' AND r.relnamespace = t.relnamespace) AS refs,
      ARRAY(SELECT i.relname || CASE WHEN x.indisunique THEN ' unique' ELSE '' END FROM pg_index x
        JOIN pg_class i ON i.oid = x.indexrelid WHERE x.indrelid = t.oid AND NOT x.indisprimary) AS indexes
    FROM pg_class t JOIN pg_namespace n ON n.oid = t.relnamespace
    WHERE n.nspname = $1 AND t.relkind = 'r'`,
    [namespace],
  );
  return Object.fromEntries(
    rows
      .filter(({ name }) => !ofOneEngine.test(name))
      .map(({ name, columns, key, refs, indexes }) => [
        name,
        {
          columns: columns.map((column) =>
            column.replace(
              / (bigint|smallint|text|double precision|bytea)/u,
              (_, type: string) => ` ${types[type] ?? type}`,
            ),
          ),
          key,
          references: refs.sort(),
          indexes: indexes.sort(),
        },
      ]),
  );
}
