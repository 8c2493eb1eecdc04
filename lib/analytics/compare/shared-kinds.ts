import type { CaseTable } from "../case-table/case-table";
import { singleOf } from "./arm-cases";
import { firstFacet, groupsOf, isMature, type ArmKind } from "./arm-options";
import type { SharedKinds } from "./usual-pair";
import { flatValues, numbersOf } from "../case-table/dictionary";

/**
 * Counts the cases of each kind, type and first channel, that met a version first: one pass over the cases.
 * @param names of the versions that can be chosen
 */
export function sharedKinds(
  table: CaseTable,
  keys: Uint32Array,
  kind: ArmKind,
  names: readonly string[],
): SharedKinds {
  const { column, dictionary } = groupsOf(table, firstFacet[kind]);
  const known = dictionary.facets.get(firstFacet[kind]);
  const numbers = new Map(names.map((name, at) => [known?.ids.get(name), at]));
  const flat = flatValues(dictionary, firstFacet[kind]);
  const armsOf = Array.from({ length: dictionary.size }, (_, group) =>
    Array.from(numbersOf(flat, group)).flatMap((number) => numbers.get(number) ?? []),
  );
  const [types, firsts] = [singleOf(table, "type"), singleOf(table, "first")];
  const kinds = types.names.length * firsts.names.length;
  const counts = names.map(() => new Uint32Array(kinds));
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const arms = armsOf[column[key] ?? 0] ?? [];
    if (arms.length === 0 || !isMature(table, key)) continue;
    const type = types.numbers[types.column[key] ?? 0] ?? 0;
    const at = type * firsts.names.length + (firsts.numbers[firsts.column[key] ?? 0] ?? 0);
    for (const arm of arms) {
      const own = counts[arm];
      if (own !== undefined) own[at] = (own[at] ?? 0) + 1;
    }
  }
  return (one, other) => {
    const [left, right] = [counts[names.indexOf(one)], counts[names.indexOf(other)]];
    return (
      left?.reduce((most, count, at) => Math.max(most, Math.min(count, right?.[at] ?? 0)), 0) ?? 0
    );
  };
}
