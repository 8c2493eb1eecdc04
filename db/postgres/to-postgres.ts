import { is, sql, SQL } from "drizzle-orm";
import {
  bigint,
  customType,
  doublePrecision,
  foreignKey,
  getTableConfig as getPgTableConfig,
  index,
  type PgColumn,
  type PgColumnBuilderBase,
  pgTable,
  type PgTable,
  primaryKey,
  smallint,
  unique,
  uniqueIndex,
} from "drizzle-orm/pg-core";
import {
  getTableConfig,
  SQLiteBoolean,
  type SQLiteColumn,
  SQLiteSyncDialect,
  SQLiteTable,
} from "drizzle-orm/sqlite-core";

/** Compared and ordered by bytes, as SQLite does, whatever the database's own collation is. */
const text = customType<{ data: string }>({ dataType: () => 'text COLLATE "C"' });
const bytea = customType<{ data: Uint8Array }>({ dataType: () => "bytea" });
const dialect = new SQLiteSyncDialect();

/**
 * Describes tables of SQLite for PostgreSQL: the same names, keys, defaults, indexes and references. Integers become
 * `bigint`, booleans `smallint` with 0 and 1, so that the same SQL works on both; text is ordered by bytes on both.
 * @param schema what a module of tables exports
 * @returns a table under each name of a table; other exports are left out
 * @throws Error for a type of column that PostgreSQL's tables have no counterpart of
 */
export function toPostgres<S extends object>(
  schema: S,
): { readonly [Name in keyof S as S[Name] extends SQLiteTable ? Name : never]: PgTable } {
  const byName = new Map<string, PgTable>();
  const tables: [string, PgTable][] = [];
  for (const [name, table] of Object.entries(schema)) {
    if (!is(table, SQLiteTable)) continue;
    const made = tableOf(table, byName);
    byName.set(getTableConfig(table).name, made);
    tables.push([name, made]);
  }
  return Object.fromEntries(tables) as ReturnType<typeof toPostgres<S>>;
}

/** @param others all tables by their names, complete when the table's references are asked for */
function tableOf(table: SQLiteTable, others: ReadonlyMap<string, PgTable>): PgTable {
  const { name, columns, indexes, primaryKeys, uniqueConstraints, foreignKeys } =
    getTableConfig(table);
  const builders = Object.fromEntries(
    columns.map((column: SQLiteColumn) => [column.name, columnOf(column)]),
  );
  return pgTable(name, builders, (own) => [
    ...primaryKeys.map((key) => primaryKey({ columns: pick(own, key.columns) })),
    ...uniqueConstraints.map((each) => unique(each.getName()).on(...pick(own, each.columns))),
    ...indexes.map(({ config }) => {
      const columnsOf = config.columns.map((each) =>
        is(each, SQL) ? expressionOf(each) : columnNamed(own, each),
      );
      const made = (config.unique ? uniqueIndex : index)(config.name).on(
        ...(columnsOf as [PgColumn, ...PgColumn[]]),
      );
      return config.where === undefined ? made : made.where(expressionOf(config.where));
    }),
    ...foreignKeys.map((key) => {
      const { columns: from, foreignTable, foreignColumns } = key.reference();
      const target = others.get(getTableConfig(foreignTable).name);
      if (target === undefined) throw new Error(`${name} refers to a table that is not described.`);
      const targets = new Map(getPgTableConfig(target).columns.map((each) => [each.name, each]));
      const made = foreignKey({
        columns: pick(own, from),
        foreignColumns: pick(Object.fromEntries(targets), foreignColumns),
      });
      return key.onDelete === undefined ? made : made.onDelete(key.onDelete);
    }),
  ]);
}

function columnOf(column: SQLiteColumn): PgColumnBuilderBase {
  const type = builderOf(column);
  const bounded = column.notNull && !column.primary ? type.notNull() : type;
  const value = column.default;
  const withDefault =
    value === undefined ? bounded : bounded.default(column.mapToDriverValue(value) as never);
  const uniquely = column.isUnique ? withDefault.unique(column.uniqueName) : withDefault;
  return column.primary ? uniquely.primaryKey() : uniquely;
}

function builderOf(column: SQLiteColumn) {
  const type = column.getSQLType();
  if (is(column, SQLiteBoolean)) return smallint(column.name);
  if (type === "text") return text(column.name);
  if (type === "real") return doublePrecision(column.name);
  if (type === "blob") return bytea(column.name);
  if (type !== "integer") throw new Error(`PostgreSQL has no counterpart of the type ${type}.`);
  const number = bigint(column.name, { mode: "number" });
  return column.primary ? number.generatedByDefaultAsIdentity() : number;
}

/** Both engines read the same expressions; a table's name before a column is left out, as an index has one table. */
function expressionOf(expression: SQL): SQL {
  const { sql: written, params } = dialect.sqlToQuery(expression);
  if (params.length > 0) throw new Error(`An index needs a constant expression: ${written}`);
  return sql.raw(written.replaceAll(/"\w+"\.(?=")/gu, ""));
}

function pick(own: Record<string, PgColumn>, columns: readonly { readonly name: string }[]) {
  return columns.map((column) => columnNamed(own, column)) as [PgColumn, ...PgColumn[]];
}

function columnNamed(own: Record<string, PgColumn>, { name }: { readonly name: string }): PgColumn {
  const found = own[name];
  if (found === undefined) throw new Error(`There is no column ${name}.`);
  return found;
}
