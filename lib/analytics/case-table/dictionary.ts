import type { CaseTableRow } from "./case-table-row";
import {
  decidingList,
  evaluatorOf,
  facetsInGroup,
  valuesInGroup,
  type GroupName,
  type RowFacet,
} from "../facets/facet-groups";
import { addressName } from "./address-name";
import { withRoomFor } from "./grown";

/** A column's distinct groups of values, numbered in order of first use; they are only ever appended. */
export type Dictionary = {
  /** How many groups there are. */
  size: number;
  /** By facet of the column, its values of each group. */
  readonly facets: ReadonlyMap<RowFacet, FacetDictionary>;
  /** Groups by the numbers of their values; null until one is looked for. */
  ids: Map<string, number> | null;
  /** Groups by the one list that determines them, where there is one. */
  readonly byList: WeakMap<object, number>;
};

/** The values of all groups one after the other, as numbers of names. */
export type FlatValues = {
  readonly names: readonly string[];
  /** By group: the start of its values in `numbers`; they end where the next begin. Both arrays have spare room. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
};

/** A facet's names, as in addresses, and its values of each group. */
export type FacetDictionary = {
  readonly ids: Map<string, number>;
  readonly names: string[];
  starts: Uint32Array;
  numbers: Uint32Array;
};

const noValues: FlatValues = {
  ...{ names: [], starts: new Uint32Array(1), numbers: new Uint32Array(0) },
};

/** For loops over all groups. @param facet one of another column has no values */
export function flatValues({ facets }: Dictionary, facet: RowFacet): FlatValues {
  return facets.get(facet) ?? noValues;
}

/** A group's values as numbers of names; long loops read `starts` and `numbers` themselves. */
export function numbersOf(
  { starts, numbers }: Pick<FlatValues, "starts" | "numbers">,
  group: number,
): Uint32Array {
  return numbers.subarray(starts[group], starts[group + 1]);
}

/** A group's values of a facet; none of a group that there is not. */
export function valuesOf(
  dictionary: Dictionary,
  facet: RowFacet,
  group: number,
): readonly string[] {
  if (group >= dictionary.size) return [];
  const values = flatValues(dictionary, facet);
  return Array.from(numbersOf(values, group), (number) => values.names[number] ?? "");
}

/** By group, the first value of a facet. @param otherwise where it has none */
export function firstValues(
  dictionary: Dictionary,
  facet: RowFacet,
  otherwise: string,
): readonly string[] {
  const { names, starts, numbers } = flatValues(dictionary, facet);
  return Array.from({ length: dictionary.size }, (_, group) => {
    const at = starts[group] ?? 0;
    return at < (starts[group + 1] ?? 0) ? (names[numbers[at] ?? 0] ?? otherwise) : otherwise;
  });
}

/** A dictionary without groups. */
export function createDictionary(name: GroupName): Dictionary {
  const facets = new Map(facetsInGroup(name).map((facet) => [facet, createFacet()]));
  return { size: 0, facets, ids: null, byList: new WeakMap() };
}

function createFacet(): FacetDictionary {
  return { ids: new Map(), names: [], starts: new Uint32Array(1), numbers: new Uint32Array(0) };
}

/** The number of a case's group. @param evaluators receives those that scored it */
export function groupOf(
  dictionary: Dictionary,
  name: GroupName,
  row: CaseTableRow,
  evaluators: Set<string>,
): number {
  const list = decidingList[name]?.(row);
  if (list === undefined) return numberGroup(dictionary, name, row, evaluators);
  const known = dictionary.byList.get(list) ?? numberGroup(dictionary, name, row, evaluators);
  dictionary.byList.set(list, known);
  return known;
}

function numberGroup(
  dictionary: Dictionary,
  name: GroupName,
  row: CaseTableRow,
  evaluators: Set<string>,
): number {
  const found = valuesInGroup(name, row);
  const numbers = [...dictionary.facets].map(([facet, known]) =>
    (found[facet] ?? []).map((value) => numberName(known, addressName(value))),
  );
  const ids = (dictionary.ids ??= readIds(dictionary));
  const key = keyOf(numbers);
  const before = ids.get(key);
  if (before !== undefined) return before;
  const group = dictionary.size;
  [...dictionary.facets.values()].forEach((known, at) => {
    appendGroup(known, group, numbers[at] ?? []);
  });
  dictionary.size += 1;
  ids.set(key, group);
  for (const value of found.score ?? []) evaluators.add(evaluatorOf(value));
  return group;
}

function numberName({ ids, names }: FacetDictionary, name: string): number {
  const number = ids.get(name) ?? names.push(name) - 1;
  ids.set(name, number);
  return number;
}

function appendGroup(facet: FacetDictionary, group: number, own: readonly number[]): void {
  const from = facet.starts[group] ?? 0;
  const end = from + own.length;
  facet.numbers = withRoomFor(facet.numbers, end);
  facet.numbers.set(own, from);
  facet.starts = withRoomFor(facet.starts, group + 1);
  facet.starts[group + 1] = end;
}

/** Equal of groups with equal values in all facets. @param numbers by facet */
function keyOf(numbers: readonly ArrayLike<number>[]): string {
  return numbers.map((own) => Array.prototype.join.call(own)).join(";");
}

function readIds({ size, facets }: Dictionary): Map<string, number> {
  const all = [...facets.values()];
  const keyAt = (group: number) => keyOf(all.map((values) => numbersOf(values, group)));
  return new Map(Array.from({ length: size }, (_, group) => [keyAt(group), group]));
}

/** A dictionary without its columns, as JSON says it: of each facet its names, and how many values groups have. */
export type DictionaryState = {
  readonly size: number;
  readonly facets: readonly { readonly names: readonly string[]; readonly count: number }[];
};

/** Takes the state of a dictionary. */
export function dictionaryState({ size, facets }: Dictionary): DictionaryState {
  return {
    size,
    facets: Array.from(facets.values(), ({ names, starts }) => ({
      ...{ names, count: starts[size] ?? 0 },
    })),
  };
}

/** Fills an empty dictionary with a state, with room for its columns: fill `dictionaryColumns` of it. */
export function restoreDictionary(dictionary: Dictionary, { size, facets }: DictionaryState): void {
  dictionary.size = size;
  [...dictionary.facets.values()].forEach((known, at) => {
    const { names, count } = facets[at] ?? { names: [], count: 0 };
    for (const name of names) numberName(known, name);
    known.starts = new Uint32Array(size + 1);
    known.numbers = new Uint32Array(count);
    // Read by `dictionaryColumns`; filling them writes the same.
    known.starts[size] = count;
  });
}

/** The columns of a dictionary, as far as they are used; always in the same order. */
export function dictionaryColumns({ size, facets }: Dictionary): readonly Uint32Array[] {
  return [...facets.values()].flatMap(({ starts, numbers }) => [
    starts.subarray(0, size + 1),
    numbers.subarray(0, starts[size] ?? 0),
  ]);
}
