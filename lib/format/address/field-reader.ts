import type { z } from "zod";

/** A page's query string as the framework hands it over. */
export type RawSearchParams = Readonly<Record<string, string | readonly string[] | undefined>>;

/** A parameter of an address that a page left out. */
export type DroppedParam = {
  readonly name: string;
  /** False: the page has no such parameter; true: its value could not be read. */
  readonly isKnown: boolean;
};

type FieldReader = {
  /** The values of a parameter, or null where it is absent or unreadable. */
  readonly read: <T>(name: string, schema: z.ZodType<T>) => T | null;
  /** The parameters that are unknown or were unreadable so far, ordered by name. */
  readonly dropped: () => readonly DroppedParam[];
};

/**
 * Reads a query string field by field; each schema is of the list of a parameter's values.
 * @param known the names the page reads
 */
export function createFieldReader(raw: RawSearchParams, known: readonly string[]): FieldReader {
  const dropped = new Set(Object.keys(raw).filter((name) => !known.includes(name)));
  return {
    read: (name, schema) => {
      const value = raw[name];
      if (value === undefined) return null;
      const result = schema.safeParse(typeof value === "string" ? [value] : value);
      if (!result.success) dropped.add(name);
      return result.success ? result.data : null;
    },
    dropped: () => [...dropped].sort().map((name) => ({ name, isKnown: known.includes(name) })),
  };
}
