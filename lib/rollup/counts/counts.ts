import { aspectOf, listedAs, partsOf, type Counted, type Listed } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import { orderByCustomer, type OrderedCases } from "../case-table/customer-order";
import { rowsOf } from "../case-table/part-table";
import type { AmountMetric } from "./metric";
import { countParts } from "./places";
import { placesInPart } from "./places-in-part";
import { belongingTogether, type BelongingTogether } from "./belonging-together";

/** What the figures of some cases are computed from; each is counted when it is first asked for. */
export type Counts = {
  readonly table: CaseTable;
  /** Where things stand: the keys of the cases, or the rows of their parts, case by case. */
  readonly places: (thing: Listed) => Uint32Array;
  /** How many of a thing have each standing, by its number. One pass answers every metric of it. */
  readonly standings: (thing: Counted) => Uint32Array;
  readonly together: (thing: Listed) => BelongingTogether;
  /** What a metric counts. They hold until those of another metric are read. */
  readonly amounts: (metric: AmountMetric) => Amounts;
};

/** Of each place of a metric's denominator. */
export type Amounts = { readonly places: Uint32Array; readonly values: Float64Array };

/** Counts some cases and their parts, as of the instant that the table tells. @param keys of the cases */
export function countsOf(table: CaseTable, keys: Uint32Array): Counts {
  let ordered: OrderedCases | null = null;
  const places = once((thing: Listed) => {
    const parts = partsOf(table, thing);
    return parts === null ? keys : rowsOf(parts, keys);
  });
  const counts: Counts = {
    ...{ table, places },
    standings: once((thing: Counted) => countStandings(table, places(listedAs[thing]), thing)),
    together: once((thing: Listed) =>
      belongingTogether(table, (ordered ??= orderByCustomer(table, keys)), thing),
    ),
    amounts: (metric) => amountsOf(metric, counts),
  };
  return counts;
}

/** Room for the amounts of one metric at a time: new memory for a million costs as much as filling it. */
type Room = Amounts & {
  readonly counts: Counts;
  readonly metric: AmountMetric;
  readonly read: Amounts;
};
const rooms = new WeakMap<CaseTable, Room>();
/** Room for more before it is made anew. */
const growth = 1.25;

function amountsOf(metric: AmountMetric, counts: Counts): Amounts {
  const { table } = counts;
  const last = rooms.get(table);
  if (last?.counts === counts && last.metric === metric) return last.read;
  const { denominator: count } = countParts(table, metric, counts.standings);
  const isLargeEnough = last !== undefined && last.values.length > count;
  const size = Math.ceil((count + 1) * growth);
  const room = isLargeEnough
    ? { places: last.places, values: last.values }
    : { places: new Uint32Array(size), values: new Float64Array(size) };
  const all = counts.places(listedAs[metric.counts]);
  const isAll = all.length === count;
  const places = isAll ? all : placesInPart(table, metric, "denominator", all, room.places);
  const values = room.values.subarray(0, count);
  metric.amount.of(table)(places, values);
  const read = { places, values };
  rooms.set(table, { ...room, counts, metric, read });
  return read;
}

function once<Asked, Value>(valueOf: (asked: Asked) => Value): (asked: Asked) => Value {
  const known = new Map<Asked, Value>();
  return (asked) => {
    const value = known.get(asked) ?? valueOf(asked);
    known.set(asked, value);
    return value;
  };
}

function countStandings(table: CaseTable, places: Uint32Array, thing: Counted): Uint32Array {
  const { standing, standings } = aspectOf(table, thing);
  const counts = new Uint32Array(standings.values.length);
  for (let index = 0; index < places.length; index += 1) {
    const number = standing[places[index] ?? 0] ?? 0;
    counts[number] = (counts[number] ?? 0) + 1;
  }
  return counts;
}
