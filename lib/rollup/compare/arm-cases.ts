import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import type { RowFacet } from "../case-table/facet-groups";
import { arrangeCases, type ArrangedCases } from "./arrange-cases";
import { firstFacet, groupsOf, type ArmKind } from "./arm-options";
import type { ArmPair } from "./usual-pair";

/** A kind of case: its type and the channel it began on. */
export type CaseKind = { readonly type: string; readonly first: string };

/** The cases of two versions. */
export type ArmCases = {
  readonly arranged: ArrangedCases;
  /** By number, as in `arranged`. */
  readonly kinds: readonly CaseKind[];
  readonly regions: readonly string[];
};

/**
 * Puts cases into two arms: a case belongs to the version of a template that it met first, and to the
 * release that it met first. Only versions of two templates can both have it, and then it is of both.
 */
export function armCases(
  table: CaseTable,
  keys: Uint32Array,
  { kind, pair }: { readonly kind: ArmKind; readonly pair: ArmPair },
): ArmCases {
  const { column, bits } = armBits(table, firstFacet[kind], pair);
  const entries = entriesOf(keys, column, bits);
  const types = singleOf(table, "type");
  const firsts = singleOf(table, "first");
  const regions = singleOf(table, "region");
  const kinds = new Uint32Array(entries.keys.length);
  const regionOf = new Uint32Array(entries.keys.length);
  const customers = new Uint32Array(entries.keys.length);
  const numbers = new Int32Array(types.names.length * firsts.names.length).fill(-1);
  const found: CaseKind[] = [];
  entries.keys.forEach((key, at) => {
    const [type, first] = [types.of(key), firsts.of(key)];
    const place = type * firsts.names.length + first;
    if (numbers[place] === -1) {
      numbers[place] = found.length;
      found.push({ type: types.names[type] ?? unsaid, first: firsts.names[first] ?? unsaid });
    }
    kinds[at] = numbers[place] ?? 0;
    regionOf[at] = regions.of(key);
    customers[at] = table.columns.customer[key] ?? 0;
  });
  return {
    arranged: arrangeCases({ ...entries, kinds, regions: regionOf, customers }),
    kinds: found,
    regions: regions.names,
  };
}

/** One entry a group of cases: 1 where the first version has them, 2 where the second, 3 where both. */
function armBits(table: CaseTable, facet: RowFacet, [a, b]: ArmPair) {
  const { column, dictionary } = groupsOf(table, facet);
  const known = dictionary.facets.get(facet);
  const [one, other] = [known?.ids.get(a) ?? -1, known?.ids.get(b) ?? -1];
  const bits = Uint8Array.from(known?.ofGroup ?? [], (own) => {
    return Number(own.includes(one)) | (2 * Number(own.includes(other)));
  });
  return { column, bits };
}

/** One entry a case and arm. */
function entriesOf(keys: Uint32Array, column: Uint32Array, bits: Uint8Array) {
  const found = new Uint32Array(2 * keys.length);
  const arms = new Uint8Array(2 * keys.length);
  let count = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const own = bits[column[key] ?? 0] ?? 0;
    if (own === 0) continue;
    for (const arm of [0, 1]) {
      if ((own & (1 << arm)) === 0) continue;
      found[count] = key;
      arms[count] = arm;
      count += 1;
    }
  }
  return { keys: found.slice(0, count), arms: arms.slice(0, count) };
}

/** A facet of which each case has one value, by number. */
export function singleOf(table: CaseTable, facet: RowFacet) {
  const { column, dictionary } = groupsOf(table, facet);
  const known = dictionary.facets.get(facet);
  const numbers = Uint32Array.from(known?.ofGroup ?? [], ([number = 0]) => number);
  return {
    names: known?.names ?? [],
    of: (key: number) => numbers[column[key] ?? 0] ?? 0,
  };
}
