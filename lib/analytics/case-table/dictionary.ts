import type { CaseTableRow } from "./case-table-row";
import {
  decidingList,
  evaluatorOf,
  facetsInGroup,
  groupKey,
  valuesInGroup,
  type FacetValues,
  type GroupName,
  type RowFacet,
} from "../facets/facet-groups";
import { addressName } from "./address-name";

/** A column's distinct groups and its facets' values, numbered in order of first use. */
export type Dictionary = {
  readonly ids: Map<string, number>;
  /** Groups by the one list that determines them, where there is one. */
  readonly byList: WeakMap<object, number>;
  /** By group. */
  readonly values: FacetValues[];
  /** By facet: its values, and the values of each group, by number. */
  readonly facets: Map<RowFacet, FacetDictionary>;
};

export type FacetDictionary = {
  readonly ids: Map<string, number>;
  readonly names: string[];
  readonly ofGroup: (readonly number[])[];
};

/** The values of all groups one after the other. */
export type FlatValues = {
  /** By group: the start of its values in `numbers`; they end where the next begin. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
};

/** Groups are only ever appended. */
const flat = new WeakMap<FacetDictionary, FlatValues>();

const noValues: FlatValues = { starts: new Uint32Array(1), numbers: new Uint32Array(0) };

/** As `ofGroup`, for loops over all groups. @param known undefined: no group yet */
export function flatValues(known: FacetDictionary | undefined): FlatValues {
  if (known === undefined) return noValues;
  const { ofGroup } = known;
  const before = flat.get(known);
  if (before?.starts.length === ofGroup.length + 1) return before;
  const starts = new Uint32Array(ofGroup.length + 1);
  ofGroup.forEach((own, group) => {
    starts[group + 1] = (starts[group] ?? 0) + own.length;
  });
  const numbers = new Uint32Array(starts.at(-1) ?? 0);
  ofGroup.forEach((own, group) => {
    numbers.set(own, starts[group]);
  });
  const found = { starts, numbers };
  flat.set(known, found);
  return found;
}

export function createDictionary(): Dictionary {
  return { ids: new Map(), byList: new WeakMap(), values: [], facets: new Map() };
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
  const { ids, values } = dictionary;
  const own = valuesInGroup(name, row);
  const key = groupKey(own);
  const known = ids.get(key);
  if (known !== undefined) return known;
  const found = shortened(own);
  for (const value of found.score ?? []) evaluators.add(evaluatorOf(value));
  for (const facet of facetsInGroup(name)) numberValues(dictionary, facet, found[facet] ?? []);
  ids.set(key, values.length);
  return values.push(found) - 1;
}

/** A dictionary as JSON says it: by group its key, and its values. */
export type DictionaryState = {
  readonly keys: readonly string[];
  readonly values: readonly FacetValues[];
};

export function dictionaryState({ ids, values }: Dictionary): DictionaryState {
  return { keys: [...ids.keys()], values };
}

/** Fills an empty dictionary as it was when its state was taken. */
export function restoreDictionary(
  dictionary: Dictionary,
  name: GroupName,
  { keys, values }: DictionaryState,
): void {
  keys.forEach((key, number) => dictionary.ids.set(key, number));
  for (const own of values) {
    for (const facet of facetsInGroup(name)) numberValues(dictionary, facet, own[facet] ?? []);
    dictionary.values.push(own);
  }
}

/** Each value as in addresses. */
function shortened(found: FacetValues): FacetValues {
  return Object.fromEntries(
    Object.entries(found).map(([facet, values]) => [facet, values.map(addressName)]),
  );
}

function numberValues({ facets }: Dictionary, facet: RowFacet, own: readonly string[]): void {
  const known = facets.get(facet) ?? { ids: new Map<string, number>(), names: [], ofGroup: [] };
  facets.set(facet, known);
  const numbers = own.map((value) => {
    const number = known.ids.get(value) ?? known.names.push(value) - 1;
    known.ids.set(value, number);
    return number;
  });
  known.ofGroup.push(numbers);
}
