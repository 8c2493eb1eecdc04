/** The types that DuckDB and PostgreSQL share. Instants and durations are whole microseconds, exact in a `DOUBLE`. */
export type ColumnType =
  "INTEGER" | "SMALLINT" | "DOUBLE PRECISION" | "REAL" | "BOOLEAN" | "VARCHAR" | "VARCHAR[]";

export type ColumnValue = number | string | boolean | readonly string[] | null;

/** A column: its type, and its value of a row. */
export type Column<Row> = {
  readonly type: ColumnType;
  readonly of: (row: Row) => ColumnValue;
};

/** An analytic table, column by column in the order of storage. */
export type AnalyticTable<Row> = {
  readonly name: string;
  readonly columns: readonly (Column<Row> & { readonly name: string })[];
};

type Columns<Row> = Readonly<Record<string, Column<Row>>>;

export function defineTable<Row>(name: string, columns: Columns<Row>): AnalyticTable<Row> {
  return {
    name,
    columns: Object.entries(columns).map(([own, column]) => ({ name: own, ...column })),
  };
}

const ofType =
  (type: ColumnType) =>
  <Row>(of: (row: Row) => ColumnValue): Column<Row> => ({ type, of });

export const integer = ofType("INTEGER");
/** A position in a list of values. */
export const position = ofType("SMALLINT");
export const boolean = ofType("BOOLEAN");
export const text = ofType("VARCHAR");
export const texts = ofType("VARCHAR[]");
/** Microseconds: an instant since 1970, or a duration. */
export const microseconds = ofType("DOUBLE PRECISION");
export const double = ofType("DOUBLE PRECISION");
export const real = ofType("REAL");
