import type { CaseTable } from "../case-table/case-table";
import type { Aggregate } from "./aggregate";

/** What came of parts that were merged. */
type Merge = { readonly parts: readonly unknown[]; readonly value: unknown };

/** Those of an aggregate that are remembered: of the two periods of a report and of its weeks. */
const rememberedMax = 32;
const remembered = new WeakMap<CaseTable, WeakMap<object, readonly Merge[]>>();

/** Merges what an aggregate read of several sets of cases, or takes what came of the same parts lately. */
export function mergeParts<Value>(
  table: CaseTable,
  aggregate: Aggregate<Value>,
  parts: readonly Value[],
): Value {
  const ofTable = remembered.get(table) ?? new WeakMap<object, readonly Merge[]>();
  remembered.set(table, ofTable);
  const known = ofTable.get(aggregate) ?? [];
  const merge = known.find((each) => isSame(each.parts, parts)) ?? {
    ...{ parts, value: aggregate.merge(table, parts) },
  };
  const others = known.filter((each) => each !== merge);
  ofTable.set(aggregate, [merge, ...others].slice(0, rememberedMax));
  // What is remembered of an aggregate was merged by it.
  return merge.value as Value;
}

function isSame(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}
