import type { DimensionGroup, DimensionGroups } from "./coding";
import type { Names } from "./names";
import { grown, growth } from "./grown";
import { createIntegers, withInteger, type Integers } from "./integers";

/**
 * Children of cases (contacts, handoffs, promises, disclosures or personal values) as columns. The rows of one case are contiguous, in time order.
 */
export type ChildTable<
  Instant extends string = string,
  Integer extends string = string,
  Amount extends string = string,
  EntityDimensions = Readonly<Record<string, unknown>>,
> = {
  /** By a case's key: its first row, and how many it has. */
  first: Uint32Array;
  count: Uint32Array;
  /** One past the last row. */
  end: number;
  /** Rows in use; the others up to the end are free. */
  live: number;
  /** By row, as everything below: the key of its case. */
  caseKey: Uint32Array;
  /** Microseconds since 1970; Infinity where it never happened. */
  readonly instants: Record<Instant, Float64Array>;
  /** Counts, positions in lists, and names. */
  readonly integers: Record<Integer, Integers>;
  /** NaN where unknown. */
  readonly amounts: Record<Amount, Float32Array>;
  /** As of the table's `asOf`. */
  readonly dimensionGroups: DimensionGroups<EntityDimensions>;
};

export const firstCapacity = 1024;

/** A table's columns: each one's value of a row. */
export type ChildColumns<
  Row,
  Instant extends string,
  Integer extends string,
  Amount extends string,
> = {
  /** Microseconds since 1970; null where it never happened. */
  readonly instants: Readonly<Record<Instant, (row: Row) => number | null>>;
  /** From 0 to below 2^32; names are numbers of a dictionary. */
  readonly integers: Readonly<Record<Integer, (row: Row, names: Names) => number>>;
  /** NaN where unknown. */
  readonly amounts: Readonly<Record<Amount, (row: Row) => number>>;
};

/** A table without rows. @param dimensionGroups of `firstCapacity` rows */
export function createChildTable<
  Row,
  Instant extends string,
  Integer extends string,
  Amount extends string,
  EntityDimensions,
>(
  { instants, integers, amounts }: ChildColumns<Row, Instant, Integer, Amount>,
  dimensionGroups: DimensionGroups<EntityDimensions>,
): ChildTable<Instant, Integer, Amount, EntityDimensions> {
  return {
    first: new Uint32Array(firstCapacity),
    count: new Uint32Array(firstCapacity),
    end: 0,
    live: 0,
    caseKey: new Uint32Array(firstCapacity),
    instants: named(namesOf(instants), () => new Float64Array(firstCapacity)),
    integers: named(namesOf(integers), () => createIntegers(firstCapacity)),
    amounts: named(namesOf(amounts), () => new Float32Array(firstCapacity)),
    dimensionGroups,
  };
}

/** `Object.keys` and `Object.fromEntries` lose the type of the names. */
function namesOf<Name extends string>(columns: Readonly<Record<Name, unknown>>): readonly Name[] {
  return Object.keys(columns) as Name[];
}

function named<Name extends string, Column>(
  names: readonly Name[],
  columnOf: (name: Name) => Column,
): Record<Name, Column> {
  return Object.fromEntries(names.map((name) => [name, columnOf(name)])) as Record<Name, Column>;
}

/**
 * Replaces a case's rows.
 * @returns the first of them
 */
export function putRows<Row, Instant extends string, Integer extends string, Amount extends string>(
  table: ChildTable<Instant, Integer, Amount>,
  { instants, integers, amounts }: ChildColumns<Row, Instant, Integer, Amount>,
  key: number,
  rows: readonly Row[],
  names: Names,
): number {
  const first = reserveRows(table, key, rows.length);
  if (rows.length === 0) return first;
  for (const name in instants) {
    const column = table.instants[name];
    const of = instants[name];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row !== undefined) column[first + at] = of(row) ?? Infinity;
    }
  }
  for (const name in integers) {
    const of = integers[name];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row === undefined) continue;
      table.integers[name] = withInteger(table.integers[name], first + at, of(row, names));
    }
  }
  for (const name in amounts) {
    const column = table.amounts[name];
    const of = amounts[name];
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at];
      if (row !== undefined) column[first + at] = of(row);
    }
  }
  return first;
}

/**
 * Makes room for a case's new rows; the caller writes them.
 * @returns the first of them
 */
function reserveRows(table: ChildTable, key: number, count: number): number {
  if (key >= table.first.length) growKeys(table, Math.ceil((key + 1) * growth));
  const had = table.count[key] ?? 0;
  table.live += count - had;
  table.count[key] = count;
  if (count > had) {
    if (table.end > 2 * table.live + firstCapacity) closeGaps(table, key);
    table.first[key] = table.end;
    table.end += count;
    if (table.end > table.caseKey.length) growRows(table, Math.ceil(table.end * growth));
  }
  const first = table.first[key] ?? 0;
  table.caseKey.fill(key, first, first + count);
  return first;
}

/** The rows of some cases, case by case. @param keys of the cases */
export function rowsOf({ first, count }: ChildTable, keys: Uint32Array): Uint32Array {
  let all = 0;
  for (let index = 0; index < keys.length; index += 1) all += count[keys[index] ?? 0] ?? 0;
  const rows = new Uint32Array(all);
  let found = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (count[key] ?? 0);
    for (let row = from; row < end; row += 1) {
      rows[found] = row;
      found += 1;
    }
  }
  return rows;
}

/** Removes a case's rows. */
export function releaseRows(table: ChildTable, key: number): void {
  if (key >= table.count.length) return;
  table.live -= table.count[key] ?? 0;
  table.count[key] = 0;
}

/** Makes room for the rows of cases with keys below `capacity`. */
export function growKeys(table: Pick<ChildTable, "first" | "count">, capacity: number): void {
  table.first = grown(table.first, new Uint32Array(capacity));
  table.count = grown(table.count, new Uint32Array(capacity));
}

/** Makes room for `capacity` rows. */
export function growRows(table: ChildTable, capacity: number): void {
  table.caseKey = grown(table.caseKey, new Uint32Array(capacity));
  for (const group of Object.values(table.dimensionGroups)) growDimensionGroup(group, capacity);
  for (const [name, column] of Object.entries(table.instants)) {
    table.instants[name] = grown(column, new Float64Array(capacity));
  }
  for (const [name, column] of Object.entries(table.integers)) {
    table.integers[name] = grown(column, createIntegers(capacity, column.BYTES_PER_ELEMENT));
  }
  for (const [name, column] of Object.entries(table.amounts)) {
    table.amounts[name] = grown(column, new Float32Array(capacity));
  }
}

/** Grows a dimension group to `capacity` rows. */
export function growDimensionGroup(group: DimensionGroup<unknown>, capacity: number): void {
  group.codes = grown(group.codes, new Uint32Array(capacity));
}

/** Compacts the rows, without those of a case that is about to be rewritten. */
function closeGaps(table: ChildTable, except: number): void {
  const columns = [
    table.caseKey,
    ...Object.values(table.dimensionGroups).map(({ codes }) => codes),
    ...Object.values(table.instants),
    ...Object.values(table.integers),
    ...Object.values(table.amounts),
  ];
  // Cases are taken in row order, so rows only ever move down.
  const keys = [...table.first.keys()]
    .filter((key) => key !== except && (table.count[key] ?? 0) > 0)
    .sort((a, b) => (table.first[a] ?? 0) - (table.first[b] ?? 0));
  let end = 0;
  for (const key of keys) {
    const [first, count] = [table.first[key] ?? 0, table.count[key] ?? 0];
    for (const column of columns) column.copyWithin(end, first, first + count);
    table.first[key] = end;
    end += count;
  }
  table.end = end;
}
