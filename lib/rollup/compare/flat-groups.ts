import type { FacetDictionary } from "../case-table/dictionary";

/** Which values of a facet each group of cases has: those from `starts[group]` until before `starts[group + 1]`. */
export type FlatGroups = { readonly starts: Uint32Array; readonly numbers: Uint32Array };

const known = new WeakMap<FacetDictionary, FlatGroups>();

const none: FlatGroups = { starts: new Uint32Array(1), numbers: new Uint32Array(0) };

/**
 * The same as the facet's lists, one after another. They are only ever added to, and read again when they were.
 * @param facet undefined where there is no group yet
 */
export function flatGroups(facet: FacetDictionary | undefined): FlatGroups {
  if (facet === undefined) return none;
  const { ofGroup } = facet;
  const before = known.get(facet);
  if (before?.starts.length === ofGroup.length + 1) return before;
  const starts = new Uint32Array(ofGroup.length + 1);
  const numbers: number[] = [];
  for (let group = 0; group < ofGroup.length; group += 1) {
    for (const number of ofGroup[group] ?? []) numbers.push(number);
    starts[group + 1] = numbers.length;
  }
  const flat = { starts, numbers: Uint32Array.from(numbers) };
  known.set(facet, flat);
  return flat;
}
