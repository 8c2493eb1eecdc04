import type { CaseTable } from "../case-table/case-table";
import { firstFacet, groupsOf, isMature, type ArmKind } from "./arm-options";
import type { ArmPair } from "./usual-pair";

/** Mature cases in either version's counts that met both. */
export function countMetBoth(
  table: CaseTable,
  keys: Uint32Array,
  { kind, pair }: { readonly kind: ArmKind; readonly pair: ArmPair },
): number {
  const { column, dictionary } = groupsOf(table, kind);
  const [met, first] = [dictionary.facets.get(kind), dictionary.facets.get(firstFacet[kind])];
  const metNumbers = pair.map((name) => met?.ids.get(name) ?? -1);
  const firstNumbers = pair.map((name) => first?.ids.get(name) ?? -1);
  const isBoth = Uint8Array.from(met?.ofGroup ?? [], (own, group) => {
    if (!metNumbers.every((number) => own.includes(number))) return 0;
    return Number(firstNumbers.some((number) => first?.ofGroup[group]?.includes(number)));
  });
  let count = 0;
  for (const key of keys) {
    if (isBoth[column[key] ?? 0] === 1 && isMature(table, key)) count += 1;
  }
  return count;
}
