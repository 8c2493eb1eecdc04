import type { CaseTable } from "../case-table/case-table";
import { flatValues } from "../case-table/dictionary";
import type { RowFacet } from "../facets/facet-groups";
import { joinBytes, joinLists, type Aggregate, type CaseList } from "../counts/aggregate";
import { firstFacet, groupsOf, namesOf, type ArmKind } from "./arm-options";
import { groupCustomers, slotOf, type CustomerGroups } from "./group-customers";
import { cellIndex } from "./sum-arms";
import type { ArmPair } from "./usual-pair";

/** A kind of case: its type and the channel it began on. */
export type CaseKind = { readonly type: string; readonly first: string };

/** The cases of two versions; a case of both is there twice. */
export type ArmCases = {
  readonly groups: CustomerGroups;
  /** One entry a case: its kind, its region and its arm, see `placeOf`. */
  readonly places: Uint32Array;
  /** By number, in the order of their names. */
  readonly kinds: readonly CaseKind[];
  readonly regions: readonly string[];
};

/** The two compared versions. */
export type Arms = { readonly kind: ArmKind; readonly pair: ArmPair };

/** The cases of two versions one by one, by the numbers of what each has; a case of both is there twice. */
export type ArmEntries = {
  readonly arms: Uint32Array;
  readonly types: Uint32Array;
  readonly firsts: Uint32Array;
  readonly regions: Uint32Array;
  readonly customers: Uint32Array;
  /** Of the customers. */
  readonly slots: Uint8Array;
};

/** Reads of cases what `armCases` puts together, and the keys of those that it read, one by one. */
export type ArmReader = {
  readonly entries: Aggregate<ArmEntries>;
  readonly keysOf: (cases: CaseList) => Uint32Array;
};

/** Reads the cases of two versions. */
export function armReader({ kind, pair }: Arms): ArmReader {
  let known: ReturnType<typeof armBits> | null = null;
  // Groups are only ever added to.
  const bitsOf = (table: CaseTable) => {
    const { column, dictionary } = groupsOf(table, firstFacet[kind]);
    const isFresh = known?.column === column && known.bits.length === dictionary.size;
    return isFresh && known !== null ? known : (known = armBits(table, firstFacet[kind], pair));
  };
  const read = ({ table, keys }: CaseList) => entriesOf(keys, bitsOf(table));
  const entries: Aggregate<ArmEntries> = {
    name: "arms",
    variant: JSON.stringify([kind, pair]),
    dependsOn: [],
    of: (cases) => {
      const { table } = cases;
      const { keys, arms } = read(cases);
      const single = (facet: RowFacet) => {
        const { column, numbers } = singleOf(table, facet);
        return keys.map((key) => numbers[column[key] ?? 0] ?? 0);
      };
      const { customer } = table.columns;
      const customers = keys.map((key) => customer[key] ?? 0);
      return {
        ...{ arms, types: single("type"), firsts: single("first"), regions: single("region") },
        ...{ customers, slots: Uint8Array.from(customers, slotOf) },
      };
    },
    merge: (_table, results) => {
      const joined = (name: Exclude<keyof ArmEntries, "slots">) =>
        joinLists(results.map((result) => result[name]));
      return {
        ...{ arms: joined("arms"), types: joined("types"), firsts: joined("firsts") },
        ...{ regions: joined("regions"), customers: joined("customers") },
        slots: joinBytes(results.map(({ slots }) => slots)),
      };
    },
  };
  return { entries, keysOf: (cases) => read(cases).keys };
}

/**
 * Puts cases into two arms: a case belongs to the version of a template that it met first, and to the
 * release that it met first. Only versions of two templates can both have it, and then it is of both.
 */
export function armCases(table: CaseTable, entries: ArmEntries): ArmCases {
  const [types, firsts] = [namesOf(table, "type"), namesOf(table, "first")];
  // Of the current size: positions depend on it.
  const regions = [...namesOf(table, "region")];
  const count = entries.arms.length;
  const places = new Uint32Array(count);
  const { types: typeOf, firsts: firstOf, regions: regionOf, arms } = entries;
  const isMet = new Uint8Array(types.length * firsts.length);
  for (let at = 0; at < count; at += 1) {
    isMet[(typeOf[at] ?? 0) * firsts.length + (firstOf[at] ?? 0)] = 1;
  }
  const kinds = types
    .flatMap((type, of) =>
      firsts.map((first, at) => ({ type, first, kind: of * firsts.length + at })),
    )
    .filter(({ kind }) => isMet[kind] === 1)
    .sort((one, other) => compareText(one.type, other.type) || compareText(one.first, other.first));
  const numbers = new Uint32Array(isMet.length);
  kinds.forEach(({ kind }, number) => {
    numbers[kind] = number;
  });
  for (let at = 0; at < count; at += 1) {
    const number = numbers[(typeOf[at] ?? 0) * firsts.length + (firstOf[at] ?? 0)] ?? 0;
    places[at] = cellIndex(number, regionOf[at] ?? 0, arms[at] ?? 0, regions.length);
  }
  const groups = groupCustomers(entries.customers, entries.slots);
  return { groups, places, kinds: kinds.map(({ type, first }) => ({ type, first })), regions };
}

function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

/**
 * The keys of each version's cases, ascending.
 * @param facet of the version met first, or of any version met
 */
export function keysByArm(
  table: CaseTable,
  all: Uint32Array,
  facet: ArmKind | (typeof firstFacet)[ArmKind],
  pair: ArmPair,
): readonly [Uint32Array, Uint32Array] {
  const { keys, arms } = entriesOf(all, armBits(table, facet, pair));
  const ofArm = (arm: 0 | 1) => keys.filter((_, at) => arms[at] === arm).sort();
  return [ofArm(0), ofArm(1)];
}

/** By group of cases: 1 where the first version has them, 2 where the second, 3 where both. */
function armBits(table: CaseTable, facet: RowFacet, [a, b]: ArmPair) {
  const { column, dictionary } = groupsOf(table, facet);
  const known = dictionary.facets.get(facet);
  const [one, other] = [known?.ids.get(a) ?? -1, known?.ids.get(b) ?? -1];
  const bits = new Uint8Array(dictionary.size);
  const { starts, numbers } = flatValues(dictionary, facet);
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

/** One entry per case and arm. */
function entriesOf(keys: Uint32Array, { column, bits }: ReturnType<typeof armBits>) {
  const found = new Uint32Array(2 * keys.length);
  const arms = new Uint32Array(2 * keys.length);
  let count = 0;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const own = bits[column[key] ?? 0] ?? 0;
    // Branch-free: always written, kept where it counts.
    found[count] = key;
    arms[count] = 0;
    count += own & 1;
    found[count] = key;
    arms[count] = 1;
    count += own >> 1;
  }
  return { keys: found.slice(0, count), arms: arms.slice(0, count) };
}

/** A facet with one value per case: its number by group, and each case's group. */
export function singleOf(table: CaseTable, facet: RowFacet) {
  const { column, dictionary } = groupsOf(table, facet);
  const flat = flatValues(dictionary, facet);
  const numbers = new Uint32Array(dictionary.size);
  for (let group = 0; group < numbers.length; group += 1) {
    const at = flat.starts[group] ?? 0;
    if (at < (flat.starts[group + 1] ?? 0)) numbers[group] = flat.numbers[at] ?? 0;
  }
  return { names: flat.names, column, numbers };
}
