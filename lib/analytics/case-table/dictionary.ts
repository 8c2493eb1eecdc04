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

/** The groups seen in a column, and the values of its facets. Both are numbered as they came. */
export type Dictionary = {
  readonly ids: Map<string, number>;
  /** The same by the list that decides alone, where the same one comes again. */
  readonly byList: WeakMap<object, number>;
  /** By group. */
  readonly values: FacetValues[];
  /** By facet: its values, and which of them each group has, by number. */
  readonly facets: Map<RowFacet, FacetDictionary>;
};

export type FacetDictionary = {
  readonly ids: Map<string, number>;
  readonly names: string[];
  readonly ofGroup: (readonly number[])[];
};

/** The values of all groups one after the other. */
export type FlatValues = {
  /** By group: where its values begin in `numbers`; those of the next begin where they end. */
  readonly starts: Uint32Array;
  readonly numbers: Uint32Array;
};

/** Groups are only ever added to. */
const flat = new WeakMap<FacetDictionary, FlatValues>();

const noValues: FlatValues = { starts: new Uint32Array(1), numbers: new Uint32Array(0) };

/** The same as `ofGroup`, for those who look at every group. @param known undefined: no group yet */
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

/** The number of the group that a case is of. @param evaluators is given those that scored it */
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

/** Each value as addresses say it. */
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
