import type { Listed } from "../facets/dimension-groups";
import type { DayChange } from "../case-table/changed-days";
import type { CaseTable } from "../case-table/case-table";
import type { AmountMetric } from "../metrics/metric";
import { caseList, joinLists, once, type Aggregate } from "./aggregate";
import { allAmounts, amountsAsRead, placedAmounts, type Amounts } from "./amounts";
import { mergeValues } from "./merge-values";
import { codeCounts } from "./code-counts";

/** Some cases of a table, and what is read of them; each is read when it is first asked for. */
export type CaseSet = {
  readonly table: CaseTable;
  /** How many cases. */
  readonly count: number;
  readonly read: <Value>(aggregate: Aggregate<Value>) => Value;
  /** Where things stand: the keys of the cases, or the rows of their parts, case by case. */
  readonly places: (thing: Listed) => Uint32Array;
  /** What a metric counts. Those of listed cases hold until others are read. */
  readonly amounts: (metric: AmountMetric) => Amounts;
  /** Where things of one customer in so many stand. */
  readonly sampledPlaces: (thing: Listed, oneIn: number) => Uint32Array;
};

/** Cases of which what was read can be forgotten. */
export type KeptCases = CaseSet & {
  /** Says by what some of them stand otherwise now. */
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
 * Cases whose rows stay as they are: what is read of them is kept in a way in which it joins others quickly. Where
 * one is written again, others take their place.
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

/** Sets of cases that have none in common as one. @param sets kept ones */
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

/** How often cases stood otherwise so far, and by what the last time. */
type Changes = { readonly count: number; readonly last: ReadonlyMap<DayChange, number> };
const unchanged: Changes = { count: 0, last: new Map() };

/** What an aggregate read, and after how many changes. */
type Read = {
  readonly value: unknown;
  readonly variant: string | undefined;
  readonly at: number;
};

/** Reads each aggregate once, and again where what it asks of cases changed since. */
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
      // What is known by an aggregate's name was read by it.
      return before.value as Value;
    }
    const value = valueOf(aggregate);
    known.set(name, { value, variant, at: changes.count });
    return value;
  };
}
