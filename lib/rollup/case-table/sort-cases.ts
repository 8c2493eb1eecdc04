import { outcomes, type Outcome } from "@/lib/domain/outcome";
import type { CaseTable } from "./case-table";
import { orderRange } from "./order-range";

/** What cases can be ordered by; what is unknown stands last, equal cases as they were first stored. */
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
  /** Each key's place in the order of case ids; wanted where that is the order. */
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
  const { known, values, unknown } = valuesOf(table, keys, order);
  const first = orderRange(known, values, from, to);
  const missing = to - Math.max(from, known.length);
  if (missing <= 0 || unknown.length === 0) return first;
  const start = Math.max(0, from - known.length);
  const rest = unknown.subarray(start, start + missing);
  const all = new Uint32Array(first.length + rest.length);
  all.set(first);
  all.set(rest, first.length);
  return all;
}

/** How many of the keys stand before one of them. */
export function positionOf(
  table: CaseTable,
  keys: Uint32Array,
  order: CaseOrder,
  key: number,
): number {
  const valueOf = readerOf(table, order);
  const own = signed(valueOf(key), order);
  let before = 0;
  for (const other of keys) {
    const value = signed(valueOf(other), order);
    const isKnownFirst = Number.isNaN(own) && !Number.isNaN(value);
    const isEqual = value === own || (Number.isNaN(own) && Number.isNaN(value));
    if (isKnownFirst || value < own || (isEqual && other < key)) before += 1;
  }
  return before;
}

type Values = {
  readonly known: Uint32Array;
  /** Lower is earlier, whichever the direction. */
  readonly values: Float64Array;
  readonly unknown: Uint32Array;
};

function valuesOf(table: CaseTable, keys: Uint32Array, order: CaseOrder): Values {
  const valueOf = readerOf(table, order);
  const known = new Uint32Array(keys.length);
  const values = new Float64Array(keys.length);
  const unknown = new Uint32Array(keys.length);
  let knownCount = 0;
  let unknownCount = 0;
  for (const key of keys) {
    const value = signed(valueOf(key), order);
    if (Number.isNaN(value)) {
      unknown[unknownCount] = key;
      unknownCount += 1;
    } else {
      known[knownCount] = key;
      values[knownCount] = value;
      knownCount += 1;
    }
  }
  return {
    known: known.subarray(0, knownCount),
    values: values.subarray(0, knownCount),
    unknown: unknown.subarray(0, unknownCount),
  };
}

function signed(value: number, { direction }: CaseOrder): number {
  return direction === "asc" ? value : -value;
}

/** How a key's value of the order is read; NaN where it is unknown. */
function readerOf(table: CaseTable, order: CaseOrder): (key: number) => number {
  const { columns } = table;
  const column = {
    last_contact: columns.lastContactUs,
    opened: columns.openedUs,
    touchpoints: columns.touchpoints,
    handoffs: columns.handoffs,
    messages: columns.messages,
    csat: columns.csat,
    worst_score: columns.badness,
    case: order.ranks,
    outcome: null,
    type: null,
    risk: null,
  }[order.by];
  if (column !== null) {
    // The best goes last where the worst comes first, so badness counts downwards.
    return order.by === "worst_score"
      ? (key) => -(column[key] ?? NaN)
      : (key) => column[key] ?? NaN;
  }
  if (order.by === "outcome") {
    const ranks = outcomes.map((each) => order.outcomes.indexOf(each));
    return (key) => ranks[columns.outcome[key] ?? 0] ?? NaN;
  }
  const name = order.by === "type" ? "type" : "traits";
  const ranks = order.by === "type" ? typeRanks(table) : riskRanks(table);
  const groups = columns[name];
  return (key) => ranks[groups[key] ?? 0] ?? NaN;
}

/** Each type's place in the alphabet; a case without one is unknown. */
function typeRanks(table: CaseTable): Float64Array {
  const names = table.dictionaries.type.values.map(({ type }) => type?.[0] ?? "");
  const sorted = [...new Set(names)].sort();
  const places = new Map(sorted.map((name, place) => [name, place]));
  return Float64Array.from(names, (name) => (name === "" ? NaN : (places.get(name) ?? NaN)));
}

const risks = ["low", "medium", "high"];

function riskRanks(table: CaseTable): Float64Array {
  return Float64Array.from(table.dictionaries.traits.values, ({ risk }) => {
    const rank = risks.indexOf(risk?.[0] ?? "");
    return rank === -1 ? NaN : rank;
  });
}
