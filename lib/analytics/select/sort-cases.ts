import { outcomes, type Outcome } from "@/lib/domain/case/outcome";
import { risks } from "@/lib/domain/trace/identity";
import type { CaseTable } from "../case-table/case-table";
import { type Dictionary, firstValues } from "../case-table/dictionary";
import { orderRange, type Extent } from "./order-range";
import { caseTies, type Ties } from "./tie-order";

/** What cases can be ordered by; unknown values come last, equal cases in the order of `caseTies`. */
export type CaseOrder = {
  readonly by:
    | "last_contact"
    | "opened"
    | "touchpoints"
    | "handoffs"
    | "messages"
    | "worst_score"
    | "outcome"
    | "type"
    | "risk"
    | "csat"
    | "case";
  readonly direction: "asc" | "desc";
  /** The order of outcomes. */
  readonly outcomes: readonly Outcome[];
  /** Each key's rank in the order of case ids; required for that order. */
  readonly ranks: Uint32Array | null;
};

/** Keys in order, from one position until before another. @param keys ascending */
export function sortCases(
  table: CaseTable,
  keys: Uint32Array,
  order: CaseOrder,
  from: number,
  to: number,
): Uint32Array {
  const { known, values, unknown, extent } = valuesOf(table, keys, order);
  const ties = caseTies(table);
  const first = orderRange(known, values, from, to, { extent, ties });
  const missing = to - Math.max(from, known.length);
  if (missing <= 0 || unknown.length === 0) return first;
  const start = Math.max(0, from - known.length);
  const equal = new Float64Array(unknown.length);
  const rest = orderRange(unknown, equal, start, start + missing, { ties });
  const all = new Uint32Array(first.length + rest.length);
  all.set(first);
  all.set(rest, first.length);
  return all;
}

/** How many of the keys come before one of them. */
export function positionOf(
  table: CaseTable,
  keys: Uint32Array,
  order: CaseOrder,
  key: number,
): number {
  const { known, values, unknown } = valuesOf(table, keys, order);
  const ties = caseTies(table);
  const place = known.indexOf(key);
  if (place === -1) {
    return known.length + countBefore(unknown, new Float64Array(unknown.length), key, ties);
  }
  return countBefore(known, values, key, ties);
}

/** How many keys come before one of them. @param values one for each key */
function countBefore(keys: Uint32Array, values: Float64Array, key: number, ties: Ties): number {
  const place = keys.indexOf(key);
  const own = values[place] ?? 0;
  const ownTies = ties.map((tieOf) => tieOf(key));
  let count = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const value = values[index] ?? 0;
    if (value > own) continue;
    if (value < own) count += 1;
    else count += Number(comesFirst(keys[index] ?? 0, ties, ownTies) ?? index < place);
  }
  return count;
}

/** Whether a key comes before one of some ties; null: it is equal. */
function comesFirst(key: number, ties: Ties, than: readonly number[]): boolean | null {
  for (let at = 0; at < ties.length; at += 1) {
    const [own, other] = [ties[at]?.(key) ?? 0, than[at] ?? 0];
    if (own !== other) return own < other;
  }
  return null;
}

type Values = {
  readonly known: Uint32Array;
  /** Lower is earlier, whichever the direction. */
  readonly values: Float64Array;
  readonly extent: Extent;
  readonly unknown: Uint32Array;
};

/** A buffer for the values of one order at a time: allocating a million costs as much as filling them. */
type Room = Pick<Values, "known" | "values" | "unknown">;
const rooms = new WeakMap<CaseTable, Room>();

function roomFor(table: CaseTable): Room {
  const whole = table.whole ?? table;
  const last = rooms.get(whole);
  const { capacity } = table.columns;
  if (last !== undefined && last.known.length >= capacity) return last;
  const room = {
    known: new Uint32Array(capacity),
    values: new Float64Array(capacity),
    unknown: new Uint32Array(capacity),
  };
  rooms.set(whole, room);
  return room;
}

/** In the table's buffer: valid until the next call. */
function valuesOf(table: CaseTable, keys: Uint32Array, order: CaseOrder): Values {
  const { column, ranks, isTurned } = sourceOf(table, order);
  const sign = (order.direction === "asc") === isTurned ? -1 : 1;
  const { known, values, unknown } = roomFor(table);
  let count = 0;
  let low = Infinity;
  let high = -Infinity;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const read = column[key] ?? NaN;
    const value = sign * (ranks === null ? read : (ranks[read] ?? NaN));
    if (value === value) {
      known[count] = key;
      values[count] = value;
      if (value < low) low = value;
      if (value > high) high = value;
      count += 1;
    } else unknown[index - count] = key;
  }
  return {
    known: known.subarray(0, count),
    values: values.subarray(0, count),
    extent: { low, high },
    unknown: unknown.subarray(0, keys.length - count),
  };
}

/** The values of an order: a column, or the ranks of a column's groups. */
type Source = {
  readonly column: Float64Array | Float32Array | Uint32Array | Uint8Array;
  readonly ranks: Float64Array | null;
  /** True where higher values come first in ascending order. */
  readonly isTurned: boolean;
};

function sourceOf({ columns, dictionaries }: CaseTable, order: CaseOrder): Source {
  const plain = (column: Source["column"]): Source => ({ column, ranks: null, isTurned: false });
  switch (order.by) {
    case "last_contact":
      return plain(columns.lastContactUs);
    case "opened":
      return plain(columns.openedUs);
    case "handoffs":
      return plain(columns.keptShare);
    case "touchpoints":
    case "messages":
    case "csat":
      return plain(columns[order.by]);
    case "case":
      return plain(order.ranks ?? new Uint32Array(0));
    case "worst_score":
      return { ...plain(columns.badness), isTurned: true };
    case "outcome": {
      const ranks = Float64Array.from(outcomes, (each) => order.outcomes.indexOf(each));
      return { column: columns.outcome, ranks, isTurned: false };
    }
    case "type":
      return { column: columns.type, ranks: typeRanks(dictionaries.type), isTurned: false };
    case "risk":
      return { column: columns.traits, ranks: riskRanks(dictionaries.traits), isTurned: false };
  }
}

/** Each type's alphabetical rank; a case without one is unknown. */
function typeRanks(dictionary: Dictionary): Float64Array {
  const names = firstValues(dictionary, "type", "");
  const sorted = [...new Set(names)].sort();
  const places = new Map(sorted.map((name, place) => [name, place]));
  return Float64Array.from(names, (name) => (name === "" ? NaN : (places.get(name) ?? NaN)));
}

function riskRanks(dictionary: Dictionary): Float64Array {
  return Float64Array.from(firstValues(dictionary, "risk", ""), (risk) => {
    const rank = risks.findIndex((each) => each === risk);
    return rank === -1 ? NaN : rank;
  });
}
