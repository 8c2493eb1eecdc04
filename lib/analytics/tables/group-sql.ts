/** What dimension values depend on beside the rows. */
export type DimensionContext = {
  /** Microseconds since 1970. */
  readonly asOfUs: number;
  /** Case types excluded from first-contact resolution, as addresses name them. */
  readonly laterTypes: readonly string[];
};

/** Times in microseconds. */
export const dayUs = 86_400_000_000;

/** By dimension, its values in the order of their positions. */
export type ValueLists = Readonly<Record<string, readonly unknown[]>>;

/** SQL of each dimension's position in its list, over a row of its table; `c` is its case. */
type Positions<Lists> = Readonly<Record<keyof Lists, string>>;

export type GroupSql<Lists extends ValueLists> = {
  readonly lists: Lists;
  /** A dimension without a list of values: its column. */
  readonly named: string | null;
  readonly positions: (context: DimensionContext) => Positions<Lists>;
};

export const define = <const Lists extends ValueLists>(
  lists: Lists,
  positions: (context: DimensionContext) => Positions<Lists>,
  named: string | null = null,
): GroupSql<Lists> => ({ lists, positions, named });

export const flag = (condition: string) => `CASE WHEN ${condition} THEN 1 ELSE 0 END`;
export const known = (column: string) => flag(`${column} IS NOT NULL`);
export const happened = (column: string, asOfUs: number) => `${column} <= ${String(asOfUs)}`;
