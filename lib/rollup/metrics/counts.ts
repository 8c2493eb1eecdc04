import type { CaseTable } from "../case-table/case-table";
import type { PartTable } from "../case-table/part-table";
import { orderByCustomer, type OrderedCases } from "../case-table/customer-order";
import { belongingTogether, type BelongingTogether } from "./belonging-together";
import type { Counted } from "./metric";

/** What the figures of some cases are computed from; each is counted when it is first asked for. */
export type Counts = {
  readonly table: CaseTable;
  /** Of the cases. */
  readonly keys: Uint32Array;
  /** How many of a thing have each standing, by its number. One pass answers every metric of it. */
  readonly standings: (thing: Counted) => Uint32Array;
  readonly together: (thing: Counted) => BelongingTogether;
};

/** Counts some cases and their parts, as of the instant that the table tells. */
export function countsOf(table: CaseTable, keys: Uint32Array): Counts {
  let ordered: OrderedCases | null = null;
  return {
    ...{ table, keys },
    standings: once((thing) =>
      thing === "cases" ? countCaseStandings(table, keys) : countPartStandings(table[thing], keys),
    ),
    together: once((thing) =>
      belongingTogether(table, (ordered ??= orderByCustomer(table, keys)), thing),
    ),
  };
}

function once<Value>(valueOf: (thing: Counted) => Value): (thing: Counted) => Value {
  const known = new Map<Counted, Value>();
  return (thing) => {
    const value = known.get(thing) ?? valueOf(thing);
    known.set(thing, value);
    return value;
  };
}

function countCaseStandings({ columns, standings }: CaseTable, keys: Uint32Array): Uint32Array {
  const counts = new Uint32Array(standings.values.length);
  const { standing } = columns;
  for (let index = 0; index < keys.length; index += 1) {
    const number = standing[keys[index] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}

function countPartStandings(
  { first, count, standing, standings }: PartTable,
  keys: Uint32Array,
): Uint32Array {
  const counts = new Uint32Array(standings.values.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const from = first[key] ?? 0;
    const end = from + (count[key] ?? 0);
    for (let place = from; place < end; place += 1) {
      const number = standing[place] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
  }
  return counts;
}
