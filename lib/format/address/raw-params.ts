/** A page's query string as the framework hands it over. */
export type RawSearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A parameter of an address that a page left out. */
export type DroppedParam = {
  readonly name: string;
  /** False: the page has no such parameter; true: its value could not be read. */
  readonly isKnown: boolean;
};

/** A query string that stands inside another one, as the framework would hand it over. */
export function rawParams(search: string): RawSearchParams {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}
