import type { ClusterSums } from "@/lib/stats/clustered-share";
import type { CaseTable } from "../case-table/case-table";
import type { Counted } from "./metric";

/** Cases, contacts, handoffs or promises of customers who have several of them, customer by customer. */
export type BelongingTogether = {
  /** Where each stands: the key of a case, or the row of a part of one. */
  readonly places: Uint32Array;
  /** The numbers of their standings. */
  readonly standings: Uint32Array;
  /** Where each customer's begin among them, and after the last where they end. */
  readonly starts: Uint32Array;
  /** How many customers each of them stands for. */
  readonly weight: number;
};

/** Of more cases, some of the customers tell how alike one customer's are. */
const casesRead = 50_000;

/** Finds them among some cases, or among those of some customers where there are many. @param keys of the cases */
export function belongingTogether(
  table: CaseTable,
  keys: Uint32Array,
  thing: Counted,
): BelongingTogether {
  const { customer } = table.columns;
  const weight = Math.max(1, Math.ceil(keys.length / casesRead));
  const ordered = orderByCustomer(table, keys, weight);
  const part = thing === "cases" ? null : table[thing];
  const { standing } = part ?? table.columns;
  const places: number[] = [];
  const starts: number[] = [];
  let own = 0;
  for (let index = 0; index < ordered.length; index += 1) {
    const key = ordered[index] ?? 0;
    if (part === null) places.push(key);
    else {
      const first = part.first[key] ?? 0;
      const end = first + (part.count[key] ?? 0);
      for (let place = first; place < end; place += 1) places.push(place);
    }
    const isLast = index + 1 === ordered.length;
    if (!isLast && customer[ordered[index + 1] ?? 0] === customer[key]) continue;
    if (places.length - own < 2) places.length = own;
    else starts.push(own);
    own = places.length;
  }
  return {
    places: Uint32Array.from(places),
    standings: Uint32Array.from(places, (place) => standing[place] ?? 0),
    starts: Uint32Array.from([...starts, own]),
    weight,
  };
}

/** Of every so many customers, by the hashes that stand for them, those of one side by side. */
function orderByCustomer(table: CaseTable, keys: Uint32Array, weight: number): Uint32Array {
  const { customer } = table.columns;
  const chosen = keys.filter((key) => (customer[key] ?? 0) % weight === 0);
  // A hash has 32 bits, which leaves 21 for the place.
  const places = 2 ** 21;
  const codes = Float64Array.from(chosen, (key, at) => (customer[key] ?? 0) * places + at).sort();
  return Uint32Array.from(codes, (code) => chosen[code % places] ?? 0);
}

/**
 * The sums of a share by customer: what each has alone, and what those with several have together.
 * @param alone of each thing as if it were its customer's only one
 * @param isOf by standing, 1 where it is in the denominator; `isHit` the same of the numerator
 */
export function clusterShare(
  alone: { readonly hits: number; readonly of: number },
  { standings, starts, weight }: BelongingTogether,
  isOf: Uint8Array,
  isHit: Uint8Array,
): ClusterSums {
  const { hits, of } = alone;
  let [hitsSquared, product, ofSquared] = [0, 0, 0];
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const end = starts[customer + 1] ?? 0;
    let [ownHits, own] = [0, 0];
    for (let index = starts[customer] ?? 0; index < end; index += 1) {
      const standing = standings[index] ?? 0;
      own += isOf[standing] ?? 0;
      ownHits += isHit[standing] ?? 0;
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
 * Visits those of a part, customer by customer.
 * @param isInPart by standing
 * @param endCustomer is called after each customer's
 */
export function visitTogether(
  { places, standings, starts }: BelongingTogether,
  isInPart: Uint8Array,
  visit: (place: number, standing: number) => void,
  endCustomer: () => void,
): void {
  for (let customer = 0; customer + 1 < starts.length; customer += 1) {
    const end = starts[customer + 1] ?? 0;
    for (let index = starts[customer] ?? 0; index < end; index += 1) {
      const standing = standings[index] ?? 0;
      if (isInPart[standing] === 1) visit(places[index] ?? 0, standing);
    }
    endCustomer();
  }
}
