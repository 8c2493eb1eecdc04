import type { CaseTable } from "../case-table/case-table";
import { firstFacet, groupsOf, isMature, type ArmKind } from "./arm-options";
import type { ArmPair } from "./usual-pair";

/** Cases old enough to judge that count for either of two versions and met both. */
export function countMetBoth(
  table: CaseTable,
  keys: Uint32Array,
  { kind, pair }: { readonly kind: ArmKind; readonly pair: ArmPair },
): number {
  const { column, dictionary } = groupsOf(table, kind);
  const isBoth = Uint8Array.from(dictionary.values, (values) => {
    const met = values[kind] ?? [];
    const first = values[firstFacet[kind]] ?? [];
    return Number(
      pair.every((each) => met.includes(each)) && pair.some((each) => first.includes(each)),
    );
  });
  let count = 0;
  for (const key of keys) {
    count += (isBoth[column[key] ?? 0] ?? 0) * Number(isMature(table, key));
  }
  return count;
}
