import type { CaseTable } from "../case-table/case-table";
import { isSame, type Aggregate } from "./aggregate";

/** What came of parts that were merged. */
type Merge = { readonly results: readonly unknown[]; readonly value: unknown };

/** Those of an aggregate that are remembered: of the two periods of a report, or of its weeks too. */
const [periodsMax, weeksMax] = [2, 32];
const remembered = new WeakMap<CaseTable, WeakMap<object, readonly Merge[]>>();

/** Merges what an aggregate read of several sets of cases, or takes what came of the same parts lately. */
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
  // What is remembered of an aggregate was merged by it.
  return merge.value as Value;
}
