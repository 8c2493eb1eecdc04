import { encodeParam } from "./encode-param";
import type { AddParam, Field, ReadParam } from "./field";
import type { DroppedParam, RawSearchParams } from "./raw-params";

/** Parses and writes a page's query, or some of its fields: a codec can be a field of another codec. */
export type Codec<Query> = Field<Query> & {
  /** The query, and the unknown or invalid parameters that were dropped, ordered by name. */
  readonly parse: (raw: RawSearchParams) => {
    readonly query: Query;
    readonly dropped: readonly DroppedParam[];
  };
  /** The query string without "?", in field order, without defaults. */
  readonly search: (query: Query) => string;
  /** The address of the page with a query. */
  readonly href: (path: string, query: Query) => string;
};

/** The query type of a codec. */
export type QueryOf<Of> = Of extends Codec<infer Query> ? Query : never;

type Fields<Query> = { readonly [Key in keyof Query]: Field<Query[Key]> };

/**
 * Creates the codec of a query.
 * @param fields by the query's keys, in the order they are written
 * @param names the page's parameters; absent: those of its fields
 */
export function createCodec<Query extends object>(
  fields: Fields<Query>,
  names: readonly string[] = keysOf(fields).flatMap((key) => fields[key].names),
): Codec<Readonly<Query>> {
  const keys = keysOf(fields);
  const read = (readParam: ReadParam) =>
    mapFields(fields, (field) =>
      field.read((name, type) => (names.includes(name) ? readParam(name, type) : undefined)),
    );
  const write = (query: Query, add: AddParam) => {
    for (const key of keys) fields[key].write(query[key], add);
  };
  const search = (query: Query) => {
    let text = "";
    // `URLSearchParams` is too slow: a page writes thousands of addresses.
    write(query, (name, value) => {
      text += `${text === "" ? "" : "&"}${name}=${encodeParam(value)}`;
    });
    return text;
  };
  return {
    ...{ names, read, write, search },
    defaultValue: mapFields(fields, (field) => field.defaultValue),
    href: (path, query) => {
      const text = search(query);
      return text === "" ? path : `${path}?${text}`;
    },
    parse: (raw) => {
      const dropped = new Set(Object.keys(raw).filter((name) => !names.includes(name)));
      const query = read((name, type) => {
        const texts = raw[name];
        if (texts === undefined) return undefined;
        const value = type.read(typeof texts === "string" ? [texts] : texts);
        if (value === undefined) dropped.add(name);
        return value;
      });
      const named = [...dropped].sort();
      return { query, dropped: named.map((name) => ({ name, isKnown: names.includes(name) })) };
    },
  };
}

function mapFields<Query extends object>(
  fields: Fields<Query>,
  valueOf: <Value>(field: Field<Value>) => Value,
): Query {
  // Each key of a query has a field of its type.
  return Object.fromEntries(keysOf(fields).map((key) => [key, valueOf(fields[key])])) as Query;
}

function keysOf<Query extends object>(fields: Fields<Query>): readonly (keyof Query)[] {
  return Object.keys(fields) as (keyof Query)[];
}

/** The codec of a page that has no parameters. */
export const noParams = createCodec({});
