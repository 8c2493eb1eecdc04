import { addressName } from "./address-name";

/** Dictionary of prompts, releases, teams, disclosure rules, tools and attributes, each as `addressName` gives it. */
export type Names = { readonly ids: Map<string, number>; readonly values: string[] };

/** The number where there is no name. */
export const noName = 0;

export function createNames(): Names {
  return { ids: new Map(), values: [""] };
}

/** The number of a name; `noName` where there is none. */
export function numberName({ ids, values }: Names, name: string | null): number {
  if (name === null) return noName;
  const known = ids.get(name) ?? addName({ ids, values }, addressName(name));
  ids.set(name, known);
  return known;
}

/** A name by its number; null where there is none. */
export function nameOf({ values }: Pick<Names, "values">, number: number): string | null {
  return number === noName ? null : (values[number] ?? null);
}

function addName({ ids, values }: Names, name: string): number {
  const known = ids.get(name) ?? values.push(name) - 1;
  ids.set(name, known);
  return known;
}
