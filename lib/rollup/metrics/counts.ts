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
  /** What a metric counts, in the order of `placesInPart`. */
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
    amounts: once((metric: AmountMetric) => {
      const { denominator } = countParts(table, metric, standings);
      const places = placesInPart(table, metric, "denominator", keys, denominator);
      const amountOf = metric.amount.of(table);
      const values = new Float64Array(places.length);
      for (let index = 0; index < places.length; index += 1) {
        values[index] = amountOf(places[index] ?? 0);
      }
      return { places, values };
    }),
  };
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
