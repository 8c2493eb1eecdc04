import type { CaseTable } from "../case-table/case-table";
import { firstFacet, groupsOf, isMature, type ArmKind } from "./arm-options";
import type { ArmPair } from "./usual-pair";
import { valuesOf } from "../case-table/dictionary";

/** Mature cases in either version's counts that met both. */
export function countMetBoth(
  table: CaseTable,
  keys: Uint32Array,
  { kind, pair }: { readonly kind: ArmKind; readonly pair: ArmPair },
): number {
  const { column, dictionary } = groupsOf(table, kind);
  const isBoth = new Uint8Array(dictionary.size).map((_, group) => {
    const met = valuesOf(dictionary, kind, group);
    if (!pair.every((name) => met.includes(name))) return 0;
    const first = valuesOf(dictionary, firstFacet[kind], group);
    return Number(pair.some((name) => first.includes(name)));
  });
  let count = 0;
  for (const key of keys) {
    if (isBoth[column[key] ?? 0] === 1 && isMature(table, key)) count += 1;
  }
  return count;
}
