/** A page's query string as Next.js passes it. */
export type RawSearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** The props of a page without route parameters. */
export type PageProps = { readonly searchParams: Promise<RawSearchParams> };

/** A query parameter that a page ignored. */
export type DroppedParam = {
  readonly name: string;
  /** False: the page has no such parameter; true: its value could not be read. */
  readonly isKnown: boolean;
};

/** A query string nested in another one, as Next.js would pass it. */
export function rawParams(search: string): RawSearchParams {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}
