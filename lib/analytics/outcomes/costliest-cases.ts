import { isResolved, outcomes } from "@/lib/domain/case/outcome";
import { meanOf } from "@/lib/stats/sums";
import type { CaseTable } from "../case-table/case-table";
import { joinLists, type Aggregate } from "../counts/aggregate";
import type { CaseSet } from "../counts/case-set";
import { caseTies, compareTies } from "../select/tie-order";
import type { Cell } from "./cell-sums";
import { sumsByType } from "./sums-by-type";
import { firstValues } from "../case-table/dictionary";

/** A case that took more contacts than cases of its type do, and was not resolved. */
export type CostlyCase = {
  readonly key: number;
  readonly contacts: number;
  /** The mean of the mature cases of its type. */
  readonly expected: number;
};

const failedOf = Uint8Array.from(outcomes, (each) => Number(isResolved(each) === false));

const costlyMax = 5;

/** The unresolved cases with the most contacts beyond their type's mean. @param cells of the same cases */
export function costliestCases(
  { table, read }: CaseSet,
  cells: readonly Cell[],
): readonly CostlyCase[] {
  const { columns, dictionaries } = table;
  const ties = caseTies(table);
  const means = sumsByType(cells);
  const expectedOf = Float64Array.from(firstValues(dictionaries.type, "type", ""), (name) => {
    const sums = means.get(name);
    return sums === undefined ? NaN : meanOf(sums);
  });
  const { touchpoints, type } = columns;
  return Array.from(read(longestOfTypes), (key) => ({
    ...{ key, contacts: touchpoints[key] ?? 0 },
    expected: expectedOf[type[key] ?? 0] ?? NaN,
  }))
    .filter((each) => excessOf(each) > 0)
    .sort((one, other) => excessOf(other) - excessOf(one) || compareTies(ties, one.key, other.key))
    .slice(0, costlyMax);
}

function excessOf({ contacts, expected }: CostlyCase): number {
  return contacts - expected;
}

/** Keys of the unresolved cases of each type with the most contacts, ascending: only these can be shown. */
const longestOfTypes: Aggregate<Uint32Array> = {
  name: "longest cases of types",
  dependsOn: ["cases"],
  of: ({ table, keys }) => longestOf(table, keys),
  merge: (table, results) => longestOf(table, joinLists(results).sort()),
};

function longestOf(table: CaseTable, keys: Uint32Array): Uint32Array {
  const { outcome, touchpoints, type } = table.columns;
  const ties = caseTies(table);
  const compare = (one: number, other: number) =>
    (touchpoints[other] ?? 0) - (touchpoints[one] ?? 0) || compareTies(ties, one, other);
  const longest = Array.from({ length: table.dictionaries.type.size }, (): number[] => []);
  const least = new Int32Array(longest.length).fill(-1);
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    if (failedOf[outcome[key] ?? 0] !== 1) continue;
    const of = type[key] ?? 0;
    if ((touchpoints[key] ?? 0) < (least[of] ?? 0)) continue;
    const own = longest[of] ?? [];
    const last = own[costlyMax - 1];
    if (last !== undefined && compare(last, key) < 0) continue;
    own.push(key);
    own.sort(compare);
    if (own.length > costlyMax) own.pop();
    if (own.length === costlyMax) least[of] = touchpoints[own[costlyMax - 1] ?? 0] ?? 0;
  }
  return Uint32Array.from(longest.flat()).sort();
}
