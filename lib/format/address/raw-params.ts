import type { RawSearchParams } from "./field-reader";

/** A query string that stands inside another one, as the framework would hand it over. */
export function rawParams(search: string): RawSearchParams {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(search)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return Object.fromEntries(values);
}
