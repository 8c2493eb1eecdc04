import type { ClusterSums } from "@/lib/stats/clustered-share";
import { partsOf, type Listed } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import type { OrderedCases } from "../case-table/customer-order";

/** Cases, contacts, handoffs or promises of customers who have several of them, customer by customer. */
export type BelongingTogether = {
  /** Where each stands: the key of a case, or the row of a part of one. */
  readonly places: Uint32Array;
  /** Where each customer's begin among them, and after the last where they end. */
  readonly starts: Uint32Array;
  /** How many customers each of them stands for. */
  readonly weight: number;
};

/** Finds them. @param cases those of some customers, side by side */
export function belongingTogether(
  table: CaseTable,
  { keys, weight }: OrderedCases,
  thing: Listed,
): BelongingTogether {
  const { customer } = table.columns;
  const part = partsOf(table, thing);
  let most = keys.length;
  if (part !== null) most = keys.reduce((sum, key) => sum + (part.count[key] ?? 0), 0);
  const places = new Uint32Array(most);
  const starts = new Uint32Array(keys.length + 1);
  let [found, own, customers] = [0, 0, 0];
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const first = part === null ? key : (part.first[key] ?? 0);
    const end = part === null ? key + 1 : first + (part.count[key] ?? 0);
    for (let place = first; place < end; place += 1) {
      places[found] = place;
      found += 1;
    }
    const isLast = index + 1 === keys.length;
    if (!isLast && customer[keys[index + 1] ?? 0] === customer[key]) continue;
    if (found - own < 2) found = own;
    else {
      starts[customers] = own;
      customers += 1;
    }
    own = found;
  }
  starts[customers] = own;
  return { places: places.subarray(0, own), starts: starts.subarray(0, customers + 1), weight };
}

/** What is asked of things by the number of their standing: one side of them. */
type Asked = { readonly standing: Uint32Array };

/**
 * The sums of a share by customer: what each has alone, and what those with several have together.
 * @param alone of each thing as if it were its customer's only one
 * @param isOf by standing, 1 where it is in the denominator; `isHit` the same of the numerator
 */
export function clusterShare(
  alone: { readonly hits: number; readonly of: number },
  { places, starts, weight }: BelongingTogether,
  { standing, isOf, isHit }: Asked & { readonly isOf: Uint8Array; readonly isHit: Uint8Array },
): ClusterSums {
  const { hits, of } = alone;
  let [hitsSquared, product, ofSquared] = [0, 0, 0];
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const end = starts[customer + 1] ?? 0;
    let [ownHits, own] = [0, 0];
    for (let index = starts[customer] ?? 0; index < end; index += 1) {
      const stands = standing[places[index] ?? 0] ?? 0;
      own += isOf[stands] ?? 0;
      ownHits += isHit[stands] ?? 0;
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
 * @param isInPart by standing
 */
export function partTogether(
  { places, starts, weight }: BelongingTogether,
  { standing, isInPart }: Asked & { readonly isInPart: Uint8Array },
): BelongingTogether {
  const kept = new Uint32Array(places.length + 1);
  const keptStarts = new Uint32Array(starts.length);
  let found = 0;
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const end = starts[customer + 1] ?? 0;
    for (let index = starts[customer] ?? 0; index < end; index += 1) {
      const place = places[index] ?? 0;
      kept[found] = place;
      found += isInPart[standing[place] ?? 0] ?? 0;
    }
    keptStarts[customer + 1] = found;
  }
  return { places: kept.subarray(0, found), starts: keptStarts, weight };
}
