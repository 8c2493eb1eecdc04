import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import { hashes, orderByHash } from "../select/customer-order";

/** Things of customers who have several of them, grouped by customer. */
export type BelongingTogether = {
  /** Their positions in the sample. */
  readonly positions: Uint32Array;
  /** The start of each customer's, then the end of the last. */
  readonly starts: Uint32Array;
  /** The number of customers that each sampled customer represents. */
  readonly weight: number;
};

/**
 * Groups positions by customer.
 * @param customers by position: the hash of its customer
 * @param weight the number of customers that each represents; the lowest hashes are sampled
 */
export function belongingTogether(customers: Uint32Array, weight: number): BelongingTogether {
  const all = new Uint32Array(customers.length);
  for (let position = 0; position < all.length; position += 1) all[position] = position;
  const ordered = orderByHash(all, customers, hashes / weight);
  const starts = new Uint32Array(ordered.length + 1);
  let [found, own, count] = [0, 0, 0];
  for (let index = 0; index < ordered.length; index += 1) {
    const position = ordered[index] ?? 0;
    // Never after the read position.
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

/** Codes by position, and flags by code. */
type CodeFlags<Name extends string> = {
  readonly codes: Uint32Array;
} & { readonly [Each in Name]: Uint8Array };

/**
 * Sums of a share by customer, for its clustered variance.
 * @param alone the counts as if each were its customer's only one
 * @param isOf by code, 1 in the denominator; `isHit` the same of the numerator
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

/** Those in a subset of a metric. @param isInSubset by code */
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
