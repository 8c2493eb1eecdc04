import { aspectOf, partsOf, type Counted } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { orderByCustomer, type OrderedCases } from "../case-table/customer-order";
import { belongingTogether, type BelongingTogether } from "./belonging-together";

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
    standings: once((thing) => countStandings(table, keys, thing)),
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

function countStandings(table: CaseTable, keys: Uint32Array, thing: Counted): Uint32Array {
  const { standing, standings } = aspectOf(table, thing);
  const counts = new Uint32Array(standings.values.length);
  const parts = partsOf(table, thing);
  if (parts === null) {
    for (let index = 0; index < keys.length; index += 1) {
      const number = standing[keys[index] ?? 0] ?? 0;
      counts[number] = (counts[number] ?? 0) + 1;
    }
    return counts;
  }
  const { first, count } = parts;
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
