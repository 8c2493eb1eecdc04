import { childTableOf, type Counted, type Listed } from "../facets/dimension-groups";
import type { CaseTable } from "../case-table/case-table";
import { hashes, ofSomeCustomers } from "../select/customer-order";
import { rowsOf } from "../case-table/child-table";

/** Some cases of a table. */
export type CaseList = {
  readonly table: CaseTable;
  readonly keys: Uint32Array;
  /** Positions of a kind of thing: cases' keys, or rows of a child table, case by case. */
  readonly places: (thing: Listed) => Uint32Array;
  /** Those of every n-th customer, see `Sample`. */
  readonly sampled: (oneIn: number) => CaseList;
};

/**
 * Mergeable aggregate: merge(of(A), of(B)) = of(A ∪ B) for disjoint A, B. A pure function of the cases' rows and of
 * the dimension groups in `dependsOn`.
 */
export type Aggregate<Value> = {
  /** Cache key of its result. Not its identity: the server's start and its pages are bundled apart. */
  readonly name: string;
  /** Of one name only the last variant's result is kept; absent: there is one. */
  readonly variant?: string;
  /** The dimension groups that it reads, whose codes change with `asOf`; columns need not be named. */
  readonly dependsOn: readonly (Counted | "rates")[];
  /** Whether weeks are merged too, not only periods. */
  readonly isReadByWeek?: true;
  readonly of: (cases: CaseList) => Value;
  /** Its form for later merges; absent: as it is. */
  readonly keep?: (value: Value) => Value;
  /** @param results of disjoint sets of cases; @returns the aggregate of their union, in memory of its own */
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

/** Memoises a function of one argument. */
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

/** Adds lists element by element; shorter ones count as 0 beyond their end. @param into the sums */
export function addUp<Own extends Sums>(results: readonly Own[], into: Own): Own {
  // One loop for each kind of list: a common one would test the kind of each element.
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

/** Sparse counts: the indices of non-zero ones, ascending, and their values. */
export type SparseCounts = { readonly places: Uint32Array; readonly counts: Uint32Array };

export function sparse(all: Uint32Array): SparseCounts {
  const places = new Uint32Array(all.length + 1);
  let found = 0;
  for (let place = 0; place < all.length; place += 1) {
    // Branch-free: always written, kept where it counts.
    places[found] = place;
    found += Number(all[place] !== 0);
  }
  const kept = places.slice(0, found);
  return { places: kept, counts: kept.map((place) => all[place] ?? 0) };
}

/** Adds sparse counts to dense ones. */
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

/** Concatenates lists. */
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
