import type { Listed } from "../facets/dimension-groups";
import type { DayChange } from "../case-table/changed-days";
import type { CaseTable } from "../case-table/case-table";
import type { AmountMetric } from "../metrics/metric";
import { caseList, joinLists, once, type Aggregate } from "./aggregate";
import { allAmounts, amountsAsRead, placedAmounts, type Amounts } from "./amounts";
import { mergeValues } from "./merge-values";
import { codeCounts } from "./code-counts";

/** A set of cases and its aggregates, each computed on first use. */
export type CaseSet = {
  readonly table: CaseTable;
  readonly count: number;
  readonly read: <Value>(aggregate: Aggregate<Value>) => Value;
  /** Positions of a kind of thing: cases' keys, or rows of a child table, case by case. */
  readonly places: (thing: Listed) => Uint32Array;
  /** A metric's amounts. Those of listed cases are valid until others are read. */
  readonly amounts: (metric: AmountMetric) => Amounts;
  /** Positions of the things of every n-th customer. */
  readonly sampledPlaces: (thing: Listed, oneIn: number) => Uint32Array;
};

/** Cases whose aggregates can be dropped. */
export type KeptCases = CaseSet & {
  /** Drops the aggregates that depend on the given dimension groups. */
  readonly forget: (stood: Iterable<DayChange>) => void;
};

/** Cases that are read together. @param keys of the cases */
export function listedCases(table: CaseTable, keys: Uint32Array): CaseSet {
  const cases = caseList(table, keys);
  const read = reading((aggregate) => aggregate.of(cases));
  return {
    ...{ table, count: keys.length, read, places: cases.places },
    amounts: (metric) => {
      const byCode = read(codeCounts(metric.counts));
      return amountsAsRead(placedAmounts(metric, cases, byCode).values);
    },
    sampledPlaces: (thing, oneIn) => cases.sampled(oneIn).places(thing),
  };
}

/**
 * Cases whose rows do not change: their aggregates are kept in a form that merges fast. A rewritten case gets new rows
 * and belongs to another set.
 * @param keys of the cases
 */
export function keptCases(table: CaseTable, keys: Uint32Array): KeptCases {
  let [cases, version] = [caseList(table, keys), table.version];
  // Row positions in the child tables change with other cases.
  const listed = () => {
    if (version !== table.version) [cases, version] = [caseList(table, keys), table.version];
    return cases;
  };
  const changes = { count: 0, last: new Map<DayChange, number>() };
  const read = reading((aggregate) => {
    const value = aggregate.of(listed());
    return aggregate.keep?.(value) ?? value;
  }, changes);
  return {
    ...{ table, count: keys.length, read },
    places: (thing) => listed().places(thing),
    amounts: (metric) => read(allAmounts(metric)),
    forget: (stood) => {
      changes.count += 1;
      for (const each of stood) changes.last.set(each, changes.count);
    },
    sampledPlaces: (thing, oneIn) => listed().sampled(oneIn).places(thing),
  };
}

/** The union of disjoint sets of cases. @param sets kept ones */
export function joinedCases(table: CaseTable, sets: readonly CaseSet[]): CaseSet {
  const join = (listOf: (set: CaseSet) => Uint32Array) => joinLists(sets.map(listOf));
  const read = reading((aggregate) => {
    const results = sets.map((set) => set.read(aggregate));
    return mergeValues(table, aggregate, results);
  });
  return {
    table,
    count: sets.reduce((sum, { count }) => sum + count, 0),
    read,
    places: once((thing: Listed) => join((set) => set.places(thing))),
    amounts: (metric) => read(allAmounts(metric)),
    sampledPlaces: (thing, oneIn) => join((set) => set.sampledPlaces(thing, oneIn)),
  };
}

/** The number of changes so far, and the last one of each dimension group. */
type Changes = { readonly count: number; readonly last: ReadonlyMap<DayChange, number> };
const unchanged: Changes = { count: 0, last: new Map() };

/** A computed aggregate, and the number of changes before it. */
type Read = {
  readonly value: unknown;
  readonly variant: string | undefined;
  readonly at: number;
};

/** Computes each aggregate once, and again after a change of what it depends on. */
function reading(
  valueOf: <Value>(aggregate: Aggregate<Value>) => Value,
  changes: Changes = unchanged,
): CaseSet["read"] {
  const known = new Map<string, Read>();
  return <Value>(aggregate: Aggregate<Value>) => {
    const { name, variant, dependsOn } = aggregate;
    const before = known.get(name);
    const isChanged = (change: DayChange) => (changes.last.get(change) ?? 0) > (before?.at ?? 0);
    if (before !== undefined && before.variant === variant && !dependsOn.some(isChanged)) {
      // A name's value was computed by the aggregate of this name.
      return before.value as Value;
    }
    const value = valueOf(aggregate);
    known.set(name, { value, variant, at: changes.count });
    return value;
  };
}
