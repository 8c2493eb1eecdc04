import type { CaseTable } from "../case-table/case-table";
import type { Columns } from "../case-table/columns";

/** The cases of a sample of customers, grouped by customer. */
export type OrderedCases = {
  readonly keys: Uint32Array;
  /** The number of customers that each represents. */
  readonly weight: number;
};

/** Of more cases, clustering is estimated from a sample of customers with about this many. */
export const casesRead = 10_000;

/**
 * Groups cases by customer, in order of the customers' hashes; of many cases those of the customers with the lowest
 * hashes.
 * @param keys of the cases
 */
export function orderByCustomer({ columns }: CaseTable, keys: Uint32Array): OrderedCases {
  const weight = Math.max(1, keys.length / casesRead);
  const limit = hashes / weight;
  const chosen = ofSomeCustomers(columns, keys, limit);
  return { weight, keys: orderByHash(chosen, columns.customer, limit) };
}

/** One past the highest hash. */
export const hashes = 2 ** 32;

/** Those of some cases whose customers have hashes below a limit. */
export function ofSomeCustomers(
  { customer }: Columns,
  keys: Uint32Array,
  limit: number,
): Uint32Array {
  const chosen = new Uint32Array(keys.length + 1);
  let count = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    // Branch-free: always written, kept where it counts.
    chosen[count] = key;
    count += Number((customer[key] ?? 0) < limit);
  }
  return chosen.subarray(0, count);
}

/**
 * Orders keys by their customers' hashes: puts them into as many buckets as there are keys, by hash, and sorts the few
 * that share one.
 * @param limit above all their hashes
 */
export function orderByHash(keys: Uint32Array, customer: Uint32Array, limit: number): Uint32Array {
  const scale = (keys.length - 1) / limit;
  const ends = new Uint32Array(keys.length + 1);
  for (let index = 0; index < keys.length; index += 1) {
    const bucket = ((customer[keys[index] ?? 0] ?? 0) * scale) >>> 0;
    ends[bucket + 1] = (ends[bucket + 1] ?? 0) + 1;
  }
  for (let bucket = 1; bucket < ends.length; bucket += 1) {
    ends[bucket] = (ends[bucket] ?? 0) + (ends[bucket - 1] ?? 0);
  }
  const starts = ends.slice();
  const ordered = new Uint32Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const hash = customer[key] ?? 0;
    const bucket = (hash * scale) >>> 0;
    let at = ends[bucket] ?? 0;
    ends[bucket] = at + 1;
    for (; at > (starts[bucket] ?? 0); at -= 1) {
      const before = ordered[at - 1] ?? 0;
      if ((customer[before] ?? 0) <= hash) break;
      ordered[at] = before;
    }
    ordered[at] = key;
  }
  return ordered;
}
