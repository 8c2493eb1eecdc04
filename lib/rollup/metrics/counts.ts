import { aspectOf, partsOf, type Counted, type Listed } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { orderByCustomer, type OrderedCases } from "../case-table/customer-order";
import type { AmountMetric } from "./metric";
import { countParts } from "./places";
import { placesInPart } from "./places-in-part";
import { belongingTogether, type BelongingTogether } from "./belonging-together";

/** What the figures of some cases are computed from; each is counted when it is first asked for. */
export type Counts = {
  readonly table: CaseTable;
  /** Of the cases. */
  readonly keys: Uint32Array;
  /** How many of a thing have each standing, by its number. One pass answers every metric of it. */
  readonly standings: (thing: Counted) => Uint32Array;
  readonly together: (thing: Listed) => BelongingTogether;
  /** What a metric counts, in the order of `placesInPart`. They hold until the next are read. */
  readonly amounts: (metric: AmountMetric) => Amounts;
};

/** Of each place of a metric's denominator. */
export type Amounts = { readonly places: Uint32Array; readonly values: Float64Array };

/** Counts some cases and their parts, as of the instant that the table tells. */
export function countsOf(table: CaseTable, keys: Uint32Array): Counts {
  let ordered: OrderedCases | null = null;
  const standings = once((thing: Counted) => countStandings(table, keys, thing));
  return {
    ...{ table, keys, standings },
    together: once((thing: Listed) =>
      belongingTogether(table, (ordered ??= orderByCustomer(table, keys)), thing),
    ),
    amounts: (metric) => amountsOf(metric, { table, keys, standings }),
  };
}

/** Room for the amounts of one metric at a time: new memory for a million costs as much as filling it. */
const rooms = new WeakMap<CaseTable, Amounts>();
/** Room for more before it is made anew. */
const growth = 1.25;

function amountsOf(
  metric: AmountMetric,
  { table, keys, standings }: Pick<Counts, "table" | "keys" | "standings">,
): Amounts {
  const { denominator: count } = countParts(table, metric, standings);
  const known = rooms.get(table);
  const isLargeEnough = known !== undefined && known.values.length > count;
  const size = Math.ceil((count + 1) * growth);
  const room = isLargeEnough
    ? known
    : { places: new Uint32Array(size), values: new Float64Array(size) };
  rooms.set(table, room);
  const places = placesInPart(table, metric, "denominator", keys, room.places);
  const values = room.values.subarray(0, count);
  const amountOf = metric.amount.of(table);
  for (let index = 0; index < count; index += 1) values[index] = amountOf(places[index] ?? 0);
  return { places, values };
}

function once<Asked, Value>(valueOf: (asked: Asked) => Value): (asked: Asked) => Value {
  const known = new Map<Asked, Value>();
  return (asked) => {
    const value = known.get(asked) ?? valueOf(asked);
    known.set(asked, value);
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
