import type { DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import { groupNames } from "@/lib/analytics/facets/facet-entry";
import type { GroupName } from "@/lib/analytics/facets/facet-groups";
import { casesTable, type AnalyticCase } from "@/lib/analytics/tables/cases-table";
import {
  childrenOf,
  disclosuresTable,
  handoffsTable,
  piiTable,
  promisesTable,
} from "@/lib/analytics/tables/child-tables";
import { contactsOf, contactsTable } from "@/lib/analytics/tables/contacts-table";
import {
  facetGroupsTable,
  facetNamesTable,
  facetValuesTable,
  groupColumn,
} from "@/lib/analytics/tables/facet-tables";
import { defineTable, integer, text, type AnalyticTable } from "@/lib/analytics/tables/table";
import { appendRows, createTableSql, openInstance, queryRows, type ResultRow } from "./duckdb";
import { readFacetCodes, type FacetCodes } from "./facet-codes";

/** Queries of one moment. */
export type AnalyticQueries = {
  readonly rows: (sql: string) => Promise<readonly ResultRow[]>;
  /** Makes a table of a column `key` that lasts as long as the queries. @returns its name */
  readonly keys: (keys: readonly number[]) => Promise<string>;
};

/** Queries of one moment until they are ended. */
export type AnalyticSession = AnalyticQueries & { readonly end: () => Promise<void> };

/** What changed of a workspace's cases. */
export type AnalyticChanges = {
  readonly removed: readonly number[];
  readonly rows: readonly AnalyticCase[];
  /** Where to go on reading afterwards, as JSON. */
  readonly position: string;
};

/** The analytic tables of a workspace's cases. */
export type AnalyticStore = {
  /** Everything read in a session is of the moment at which it began. */
  readonly begin: () => Promise<AnalyticSession>;
  /** Replaces changed cases and removes others, all or nothing. After a failure the store cannot be used. */
  readonly apply: (changes: AnalyticChanges) => Promise<void>;
  /** The position of the last changes; null where there were none. */
  readonly position: () => Promise<string | null>;
  readonly close: () => void;
};

/** A case with the codes of its facets' groups. */
type CodedCase = AnalyticCase & { readonly codes: Readonly<Record<GroupName, number>> };

const codedCasesTable: AnalyticTable<CodedCase> = {
  name: casesTable.name,
  columns: [
    ...casesTable.columns,
    ...groupNames.map((group) => ({
      name: groupColumn(group),
      ...integer<CodedCase>(({ codes }) => codes[group]),
    })),
  ],
};

const childTables = [contactsTable, handoffsTable, promisesTable, disclosuresTable, piiTable];
/** One row: where to go on reading changes. */
const followedTable = defineTable<string>("followed", { position: text((position) => position) });
const tables = [
  followedTable,
  codedCasesTable,
  ...childTables,
  facetGroupsTable,
  facetNamesTable,
  facetValuesTable,
];

/** Opens the analytic tables. @param path a file, or ":memory:" */
export async function openAnalyticStore(path: string): Promise<AnalyticStore> {
  const instance = await openInstance(path);
  const writer = await instance.connect();
  for (const table of tables) await writer.run(createTableSql(table));
  const codes = await readFacetCodes(writer);
  const idle: DuckDBConnection[] = [];
  return {
    begin: () => beginSession(instance, idle),
    apply: (changes) => applyChanges(writer, codes, changes),
    position: async () => {
      const [row] = await queryRows(writer, "SELECT position FROM followed");
      return row === undefined ? null : String(row["position"]);
    },
    close: () => {
      for (const connection of [writer, ...idle]) connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Temporary tables go with the transaction. */
async function beginSession(
  instance: DuckDBInstance,
  idle: DuckDBConnection[],
): Promise<AnalyticSession> {
  const connection = idle.pop() ?? (await instance.connect());
  await connection.run("BEGIN");
  let made = 0;
  return {
    rows: (sql) => queryRows(connection, sql),
    keys: async (keys) => {
      made += 1;
      const table: AnalyticTable<number> = {
        name: `keys_${String(made)}`,
        columns: [{ name: "key", ...integer((key) => key) }],
      };
      await connection.run(`CREATE TEMP TABLE ${table.name} (key INTEGER)`);
      await appendRows(connection, table, keys);
      return table.name;
    },
    end: async () => {
      await connection.run("ROLLBACK");
      idle.push(connection);
    },
  };
}

async function applyChanges(
  connection: DuckDBConnection,
  codes: FacetCodes,
  { removed, rows, position }: AnalyticChanges,
): Promise<void> {
  if (removed.length + rows.length === 0) return;
  const coded = rows.map((row): CodedCase => ({ ...row, codes: codesOf(codes, row) }));
  await connection.run("BEGIN");
  try {
    await deleteCases(connection, [...removed, ...rows.map(({ key }) => key)]);
    await codes.flush(connection);
    await appendRows(connection, codedCasesTable, coded);
    await appendRows(connection, contactsTable, rows.flatMap(contactsOf));
    await appendRows(
      connection,
      handoffsTable,
      rows.flatMap(({ key, handoffRows }) => childrenOf(key, handoffRows)),
    );
    await appendRows(
      connection,
      promisesTable,
      rows.flatMap(({ key, promiseRows }) => childrenOf(key, promiseRows)),
    );
    await appendRows(
      connection,
      disclosuresTable,
      rows.flatMap(({ key, disclosureRows }) => childrenOf(key, disclosureRows)),
    );
    await appendRows(
      connection,
      piiTable,
      rows.flatMap(({ key, piiRows }) => childrenOf(key, piiRows)),
    );
    await connection.run("DELETE FROM followed");
    await appendRows(connection, followedTable, [position]);
    await connection.run("COMMIT");
  } catch (error) {
    await connection.run("ROLLBACK");
    throw error;
  }
}

function codesOf(codes: FacetCodes, row: AnalyticCase): CodedCase["codes"] {
  return Object.fromEntries(
    groupNames.map((group) => [group, codes.codeOf(group, row)]),
  ) as CodedCase["codes"];
}

async function deleteCases(connection: DuckDBConnection, keys: readonly number[]): Promise<void> {
  const list = keys.map(String).join(", ");
  const [known] = await queryRows(
    connection,
    `SELECT count(*) AS count FROM cases WHERE key IN (${list})`,
  );
  if (known?.["count"] === 0) return;
  await connection.run(`DELETE FROM cases WHERE key IN (${list})`);
  for (const { name } of childTables) {
    await connection.run(`DELETE FROM ${name} WHERE case_key IN (${list})`);
  }
}
