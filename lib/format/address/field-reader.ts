import type { z } from "zod";

import type { DroppedParam, RawSearchParams } from "./raw-params";

export type { DroppedParam, RawSearchParams };

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
