/** A column of JSON text that this product wrote with `JSON.stringify` from a value of type T. */
export type Json<T> = string & { readonly writtenFrom?: T };

/** Parses such a column. Safe, as nobody else writes a workspace's file. */
export function fromJson<T>(json: Json<T>): T {
  return JSON.parse(json) as T;
}
