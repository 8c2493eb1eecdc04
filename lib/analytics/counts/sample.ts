import {
  dimensionGroupOf,
  entityOf,
  childTableOf,
  type Counted,
  type Listed,
} from "../facets/dimension-groups";
import { casesRead } from "../select/customer-order";
import type { AmountMetric } from "../metrics/metric";
import { joinLists, joinNumbers, once, type Aggregate } from "./aggregate";
import { belongingTogether, type BelongingTogether } from "./belonging-together";
import type { CaseSet } from "./case-set";

/**
 * All cases of the customers with the lowest hashes, and their children. Values are by position in the sample: read
 * from the table each time, most of them would miss the cache.
 */
export type Sample = {
  /** Positions grouped by customer. */
  readonly together: (thing: Listed) => BelongingTogether;
  /** By position: its code. */
  readonly codes: (thing: Counted) => Uint32Array;
  /** By position: a metric's amount, in the denominator or not. */
  readonly amounts: (metric: AmountMetric) => Float64Array;
  /** By position: its key or row in the table. */
  readonly places: (thing: Listed) => Uint32Array;
};

/** By the list of customers: the same array while none of the sampled cases was rewritten. */
const known = new WeakMap<Uint32Array, BelongingTogether>();

/** Samples cases: all of a few, else every second, fourth, eighth … customer. */
export function sampleOf(cases: CaseSet): Sample {
  const oneIn = 2 ** Math.max(0, Math.ceil(Math.log2(cases.count / casesRead)));
  return {
    together: (thing) => {
      const customers = cases.read(sampledCustomers(thing)(oneIn));
      const together = known.get(customers) ?? belongingTogether(customers, oneIn);
      known.set(customers, together);
      return together;
    },
    codes: (thing) => cases.read(sampledCodes(thing)(oneIn)),
    amounts: (metric) => cases.read(sampledAmounts(metric)(oneIn)),
    places: (thing) => cases.sampledPlaces(thing, oneIn),
  };
}

/** By position: the hash of its customer. */
const sampledCustomers = once((thing: Listed) =>
  once((oneIn: number): Aggregate<Uint32Array> => ({
    name: `customers of ${thing}, one in ${String(oneIn)}`,
    dependsOn: [],
    of: ({ table, sampled }) => {
      const { customer } = table.columns;
      const children = childTableOf(table, thing);
      const places = sampled(oneIn).places(thing);
      if (children === null) return places.map((key) => customer[key] ?? 0);
      return places.map((row) => customer[children.caseKey[row] ?? 0] ?? 0);
    },
    merge: (_table, results) => joinLists(results),
  })),
);

const sampledCodes = once((thing: Counted) =>
  once((oneIn: number): Aggregate<Uint32Array> => ({
    name: `combinations of ${thing}, one in ${String(oneIn)}`,
    dependsOn: [thing],
    of: ({ table, sampled }) => {
      const { codes } = dimensionGroupOf(table, thing);
      return sampled(oneIn)
        .places(entityOf[thing])
        .map((place) => codes[place] ?? 0);
    },
    merge: (_table, results) => joinLists(results),
  })),
);

const sampledAmounts = once((metric: AmountMetric) =>
  once((oneIn: number): Aggregate<Float64Array> => ({
    name: `amounts of ${metric.id}, one in ${String(oneIn)}`,
    dependsOn: metric.unit === "money" ? ["rates"] : [],
    of: ({ table, sampled }) => {
      const places = sampled(oneIn).places(entityOf[metric.counts]);
      const values = new Float64Array(places.length);
      metric.amount.of(table)(places, values);
      return values;
    },
    merge: (_table, results) => joinNumbers(results),
  })),
);
