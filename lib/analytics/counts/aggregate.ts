import { childTableOf, type Counted, type Listed } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { hashes, ofSomeCustomers } from "../select/customer-order";
import { rowsOf } from "../case-table/child-table";

/** Some cases of a table. */
export type CaseList = {
  readonly table: CaseTable;
  readonly keys: Uint32Array;
  /** Where things stand: the keys of the cases, or the rows of their parts, case by case. */
  readonly places: (thing: Listed) => Uint32Array;
  /** Those of one customer in so many, see `Sample`. */
  readonly sampled: (oneIn: number) => CaseList;
};

/**
 * Mergeable aggregate: merge(of(A), of(B)) = of(A ∪ B) for disjoint A, B. A pure function of the cases' rows and
 * of the dimensions that it asks for.
 */
export type Aggregate<Value> = {
  /** What was read is kept by it: the server's start and its pages are bundled apart. */
  readonly name: string;
  /** Of those of one name only what the last one read is kept; absent: there is one. */
  readonly variant?: string;
  /** What it asks of how cases or their parts stand, which changes as time goes by; beside, it reads what was written. */
  readonly dependsOn: readonly (Counted | "rates")[];
  /** Whether weeks are merged of it too, and not periods alone. */
  readonly isReadByWeek?: true;
  readonly of: (cases: CaseList) => Value;
  /** What is kept of it to be merged with others; absent: all of it, as it is. */
  readonly keep?: (value: Value) => Value;
  /** @param results of cases that have none in common; @returns the same as of all these cases, and no part of theirs */
  readonly merge: (table: CaseTable, results: readonly Value[]) => Value;
};

/** Cases by their keys. */
export function caseList(table: CaseTable, keys: Uint32Array): CaseList {
  const cases: CaseList = {
    ...{ table, keys },
    places: once((thing: Listed) => {
      const children = childTableOf(table, thing);
      return children === null ? keys : rowsOf(children, keys);
    }),
    sampled: once((oneIn: number) =>
      oneIn === 1 ? cases : caseList(table, ofSomeCustomers(table.columns, keys, hashes / oneIn)),
    ),
  };
  return cases;
}

/** Asks for each value once. */
export function once<Key, Value>(valueOf: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? valueOf(key);
    known.set(key, value);
    return value;
  };
}

/** Numbers by place. */
type Sums = Uint32Array | Float64Array;

/** Adds lists up place by place; shorter ones have nothing at the others' places. @param into where sums are written */
export function addUp<Own extends Sums>(results: readonly Own[], into: Own): Own {
  // One loop for each kind of list: one for both looks at each number which it is.
  for (const result of results) {
    if (result instanceof Uint32Array && into instanceof Uint32Array) addCounts(result, into);
    else addAmounts(result, into);
  }
  return into;
}

function addCounts(result: Uint32Array, into: Uint32Array): void {
  for (let at = 0; at < result.length; at += 1) into[at] = (into[at] ?? 0) + (result[at] ?? 0);
}

function addAmounts(result: Sums, into: Sums): void {
  for (let at = 0; at < result.length; at += 1) into[at] = (into[at] ?? 0) + (result[at] ?? 0);
}

/** The same of several lists, by name. */
export function addUpEach<Named extends Readonly<Record<string, Sums>>>(
  results: readonly Named[],
  into: Named,
): Named {
  for (const [name, sums] of Object.entries(into)) {
    addUp(
      results.map((result) => result[name] ?? new Uint32Array(0)),
      sums,
    );
  }
  return into;
}

/** Counts of which most are nothing: the places of the others, ascending, and what they have. */
export type SparseCounts = { readonly places: Uint32Array; readonly counts: Uint32Array };

export function sparse(all: Uint32Array): SparseCounts {
  const places = new Uint32Array(all.length + 1);
  let found = 0;
  for (let place = 0; place < all.length; place += 1) {
    // Written always and kept where it counts, without a condition.
    places[found] = place;
    found += Number(all[place] !== 0);
  }
  const kept = places.slice(0, found);
  return { places: kept, counts: kept.map((place) => all[place] ?? 0) };
}

/** Adds them to others. */
export function expand({ places, counts }: SparseCounts, into: Uint32Array): Uint32Array {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    into[place] = (into[place] ?? 0) + (counts[at] ?? 0);
  }
  return into;
}

/** Whether lists have the same entries. */
export function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

/** One list after the other. */
export function joinLists(results: readonly Uint32Array[]): Uint32Array {
  return joinInto(results, new Uint32Array(lengthOf(results)));
}

export function joinNumbers(results: readonly Float64Array[]): Float64Array {
  return joinInto(results, new Float64Array(lengthOf(results)));
}

export function joinBytes(results: readonly Uint8Array[]): Uint8Array {
  return joinInto(results, new Uint8Array(lengthOf(results)));
}

function joinInto<Own extends Sums | Uint8Array>(results: readonly Own[], joined: Own): Own {
  let at = 0;
  for (const result of results) {
    joined.set(result, at);
    at += result.length;
  }
  return joined;
}

function lengthOf(results: readonly (Sums | Uint8Array)[]): number {
  return results.reduce((sum, { length }) => sum + length, 0);
}
