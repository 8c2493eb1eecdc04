import { unsaid } from "../case-facets";
import type { CaseTable } from "../case-table/case-table";
import { flatValues } from "../case-table/dictionary";
import type { RowFacet } from "../case-table/facet-groups";
import { firstFacet, groupsOf, type ArmKind } from "./arm-options";
import { groupCustomers, type CustomerGroups } from "./group-customers";
import { placeOf } from "./sum-arms";
import type { ArmPair } from "./usual-pair";

/** A kind of case: its type and the channel it began on. */
export type CaseKind = { readonly type: string; readonly first: string };

/** The cases of two versions; a case of both is there twice. */
export type ArmCases = {
  readonly keys: Uint32Array;
  readonly groups: CustomerGroups;
  /** The kind of case, its region and its arm, see `placeOf`; those of a group of customers together. */
  readonly places: Uint32Array;
  /** By number. */
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
  const entries = entriesOf(keys, armBits(table, firstFacet[kind], pair));
  const [types, firsts] = [singleOf(table, "type"), singleOf(table, "first")];
  const regions = singleOf(table, "region");
  const { customer } = table.columns;
  const count = entries.keys.length;
  const [places, customers] = [new Uint32Array(count), new Uint32Array(count)];
  const firstCount = firsts.names.length;
  const numbers = new Int32Array(types.names.length * firstCount).fill(-1);
  const kinds: CaseKind[] = [];
  for (let at = 0; at < count; at += 1) {
    const key = entries.keys[at] ?? 0;
    const type = types.numbers[types.column[key] ?? 0] ?? 0;
    const first = firsts.numbers[firsts.column[key] ?? 0] ?? 0;
    let number = numbers[type * firstCount + first] ?? 0;
    if (number === -1) {
      number = kinds.length;
      numbers[type * firstCount + first] = number;
      kinds.push({ type: types.names[type] ?? unsaid, first: firsts.names[first] ?? unsaid });
    }
    const region = regions.numbers[regions.column[key] ?? 0] ?? 0;
    places[at] = placeOf(number, region, entries.arms[at] ?? 0, regions.names.length);
    customers[at] = customer[key] ?? 0;
  }
  const groups = groupCustomers(customers);
  const grouped = new Uint32Array(count);
  for (let at = 0; at < count; at += 1) grouped[groups.standing[at] ?? 0] = places[at] ?? 0;
  return { keys: entries.keys, groups, places: grouped, kinds, regions: regions.names };
}

/** One entry a group of cases: 1 where the first version has them, 2 where the second, 3 where both. */
function armBits(table: CaseTable, facet: RowFacet, [a, b]: ArmPair) {
  const { column, dictionary } = groupsOf(table, facet);
  const known = dictionary.facets.get(facet);
  const [one, other] = [known?.ids.get(a) ?? -1, known?.ids.get(b) ?? -1];
  const bits = new Uint8Array(dictionary.values.length);
  const { starts, numbers } = flatValues(known);
  for (let group = 0; group < bits.length; group += 1) {
    const end = starts[group + 1] ?? 0;
    for (let at = starts[group] ?? 0; at < end; at += 1) {
      const number = numbers[at];
      if (number === one) bits[group] = (bits[group] ?? 0) | 1;
      if (number === other) bits[group] = (bits[group] ?? 0) | 2;
    }
  }
  return { column, bits };
}

/** One entry a case and arm. */
function entriesOf(keys: Uint32Array, { column, bits }: ReturnType<typeof armBits>) {
  const found = new Uint32Array(2 * keys.length);
  const arms = new Uint8Array(2 * keys.length);
  let count = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const own = bits[column[key] ?? 0] ?? 0;
    // Written always and kept where it counts, without a condition.
    found[count] = key;
    arms[count] = 0;
    count += own & 1;
    found[count] = key;
    arms[count] = 1;
    count += own >> 1;
  }
  return { keys: found.subarray(0, count), arms: arms.subarray(0, count) };
}

/** A facet of which each case has one value: its number by group, and each case's group. */
export function singleOf(table: CaseTable, facet: RowFacet) {
  const { column, dictionary } = groupsOf(table, facet);
  const known = dictionary.facets.get(facet);
  const flat = flatValues(known);
  const numbers = new Uint32Array(dictionary.values.length);
  for (let group = 0; group < numbers.length; group += 1) {
    const at = flat.starts[group] ?? 0;
    if (at < (flat.starts[group + 1] ?? 0)) numbers[group] = flat.numbers[at] ?? 0;
  }
  return { names: known?.names ?? [], column, numbers };
}
