import type { CaseTable } from "../case-table/case-table";
import { isSame, type Aggregate } from "./aggregate";

type Merge = { readonly results: readonly unknown[]; readonly value: unknown };

/** Merges cached per aggregate: the two periods of a report, or its weeks too. */
const [periodsMax, weeksMax] = [2, 32];
const remembered = new WeakMap<CaseTable, WeakMap<object, readonly Merge[]>>();

/** Merges an aggregate's results of disjoint sets of cases; the latest merges are cached. */
export function mergeValues<Value>(
  table: CaseTable,
  aggregate: Aggregate<Value>,
  results: readonly Value[],
): Value {
  const ofTable = remembered.get(table) ?? new WeakMap<object, readonly Merge[]>();
  remembered.set(table, ofTable);
  const known = ofTable.get(aggregate) ?? [];
  const merge = known.find((each) => isSame(each.results, results)) ?? {
    ...{ results, value: aggregate.merge(table, results) },
  };
  const others = known.filter((each) => each !== merge);
  const most = aggregate.isReadByWeek === true ? weeksMax : periodsMax;
  ofTable.set(aggregate, [merge, ...others].slice(0, most));
  // A cached value was merged by the same aggregate.
  return merge.value as Value;
}
