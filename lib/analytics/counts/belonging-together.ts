import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { hashes, orderByHash } from "../select/customer-order";

/** Cases, contacts, handoffs or promises of customers who have several of them, customer by customer. */
export type BelongingTogether = {
  /** Of each the position in its sample. */
  readonly positions: Uint32Array;
  /** Where each customer's begin among them, and after the last where they end. */
  readonly starts: Uint32Array;
  /** How many customers each of them stands for. */
  readonly weight: number;
};

/**
 * Finds them.
 * @param customers whose each is, by position: the hash of a customer
 * @param weight how many customers each of them stands for, those with the lowest hashes
 */
export function belongingTogether(customers: Uint32Array, weight: number): BelongingTogether {
  const all = new Uint32Array(customers.length);
  for (let position = 0; position < all.length; position += 1) all[position] = position;
  const ordered = orderByHash(all, customers, hashes / weight);
  const starts = new Uint32Array(ordered.length + 1);
  let [found, own, count] = [0, 0, 0];
  for (let index = 0; index < ordered.length; index += 1) {
    const position = ordered[index] ?? 0;
    // Not after where it is read.
    ordered[found] = position;
    found += 1;
    const isLast = index + 1 === ordered.length;
    if (!isLast && customers[ordered[index + 1] ?? 0] === customers[position]) continue;
    if (found - own < 2) found = own;
    else {
      starts[count] = own;
      count += 1;
    }
    own = found;
  }
  starts[count] = own;
  return { positions: ordered.subarray(0, own), starts: starts.subarray(0, count + 1), weight };
}

/** How things stand and which of their combinations count, by their numbers. */
type CodeFlags<Name extends string> = {
  /** By position. */
  readonly codes: Uint32Array;
} & { readonly [Each in Name]: Uint8Array };

/**
 * The sums of a share by customer: what each has alone, and what those with several have together.
 * @param alone of each thing as if it were its customer's only one
 * @param isOf by codes, 1 where it is in the denominator; `isHit` the same of the numerator
 */
export function clusterShare(
  alone: { readonly hits: number; readonly of: number },
  { positions, starts, weight }: BelongingTogether,
  { codes, isOf, isHit }: CodeFlags<"isOf" | "isHit">,
): ClusterSums {
  const { hits, of } = alone;
  let [hitsSquared, product, ofSquared] = [0, 0, 0];
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const end = starts[customer + 1] ?? 0;
    let [ownHits, own] = [0, 0];
    for (let index = starts[customer] ?? 0; index < end; index += 1) {
      const code = codes[positions[index] ?? 0] ?? 0;
      own += isOf[code] ?? 0;
      ownHits += isHit[code] ?? 0;
    }
    hitsSquared += ownHits * (ownHits - 1);
    product += ownHits * (own - 1);
    ofSquared += own * (own - 1);
  }
  return {
    ...{ hits, of },
    hitsSquared: hits + weight * hitsSquared,
    product: hits + weight * product,
    ofSquared: of + weight * ofSquared,
  };
}

/**
 * Those of them in a part of a metric.
 * @param isInSubset by codes
 */
export function subsetTogether(
  { positions, starts, weight }: BelongingTogether,
  { codes, isInSubset }: CodeFlags<"isInSubset">,
): BelongingTogether {
  const kept = new Uint32Array(positions.length + 1);
  const keptStarts = new Uint32Array(starts.length);
  let found = 0;
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const end = starts[customer + 1] ?? 0;
    for (let index = starts[customer] ?? 0; index < end; index += 1) {
      const position = positions[index] ?? 0;
      kept[found] = position;
      found += isInSubset[codes[position] ?? 0] ?? 0;
    }
    keptStarts[customer + 1] = found;
  }
  return { positions: kept.subarray(0, found), starts: keptStarts, weight };
}
