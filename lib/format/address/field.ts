import { isDay } from "@/lib/stats/time/is-day";

/** Reads a parameter: undefined where it is absent or unreadable. */
export type ReadParam = <Value>(name: string, type: Readable<Value>) => Value | undefined;

/** Adds one parameter to an address. */
export type AddParam = (name: string, text: string) => void;

/** A value held by one or several parameters of an address. */
export type Field<Value> = {
  readonly names: readonly string[];
  /** The value where the parameter is absent; it is not written. */
  readonly defaultValue: Value;
  readonly read: (read: ReadParam) => Value;
  readonly write: (value: Value, add: AddParam) => void;
};

type Readable<Value> = {
  /** @param texts each occurrence of the parameter @returns undefined: invalid */
  readonly read: (texts: readonly string[]) => Value | undefined;
};

/** How a parameter's occurrences encode a value. */
export type ParamType<Value> = Readable<Value> & {
  readonly write: (value: Value) => readonly string[];
};

/** A field of one parameter. */
export function param<Value>(
  name: string,
  type: ParamType<Value>,
  defaultValue: Value,
): Field<Value> {
  const usual = type.write(defaultValue);
  const isUsual = (texts: readonly string[]) =>
    texts.length === usual.length && texts.every((text, index) => text === usual[index]);
  return {
    names: [name],
    defaultValue,
    read: (read) => read(name, type) ?? defaultValue,
    write: (value, add) => {
      if (value === defaultValue) return;
      const texts = type.write(value);
      if (!isUsual(texts)) for (const text of texts) add(name, text);
    },
  };
}

/** The same; null: the parameter is absent. */
export function optional<Value>(name: string, type: ParamType<Value>): Field<Value | null> {
  const write = (value: Value | null) => (value === null ? [] : type.write(value));
  return param<Value | null>(name, { read: type.read, write }, null);
}

/** A boolean: true where the parameter has the given value. */
export function flag(name: string, word: string): Field<boolean> {
  return {
    names: [name],
    defaultValue: false,
    read: (read) => read(name, oneOf([word])) !== undefined,
    write: (value, add) => {
      if (value) add(name, word);
    },
  };
}

/** A parameter that occurs once. @param read returns undefined for invalid text */
export function single<Value>(
  read: (text: string) => Value | undefined,
  write: (value: Value) => string = String,
): ParamType<Value> {
  return {
    read: ([text, ...more]) => (text === undefined || more.length > 0 ? undefined : read(text)),
    write: (value) => [write(value)],
  };
}

/** A parameter that may occur several times, without duplicates. @param max number of values at most */
export function many<Value>(type: ParamType<Value>, max = Infinity): ParamType<readonly Value[]> {
  return {
    read: (texts) => {
      const values = texts.map((text) => type.read([text]));
      const known = values.filter((value) => value !== undefined);
      return known.length < values.length || known.length > max ? undefined : [...new Set(known)];
    },
    write: (values) => values.slice(0, max).flatMap((value) => type.write(value)),
  };
}

/** One of the given words. */
export function oneOf<Value extends string>(values: readonly Value[]): ParamType<Value> {
  return single((text) => values.find((value) => value === text));
}

/** Text of limited length. */
export function text({
  min = 0,
  max = 200,
}: { readonly min?: number; readonly max?: number } = {}) {
  return single((given) => (given.length < min || given.length > max ? undefined : given));
}

/** Search text, trimmed: 200 characters at most. */
export const words = single((given) => {
  const typed = given.trim();
  return typed.length > 200 ? undefined : typed;
});

/** An integer of a range, both ends included. */
export function integer(min: number, max: number): ParamType<number> {
  return single((text) => {
    // Makes 0 of -0.
    const value = Number(text) + 0;
    return Number.isInteger(value) && value >= min && value <= max ? value : undefined;
  });
}

/** A position in a list or a page number: from 1. */
export const position = integer(1, 1_000_000);

/** A day as in "2026-03-31". */
export const day = single((text) => (isDay(text) ? text : undefined));

/** Two days, both included; null is open. */
export type DayRange = { readonly from: string | null; readonly to: string | null };

/** The days of the parameters `from` and `to`, in either order. @param type how each of them is read */
export function dayRange(type: Readable<string | null> = day): Field<DayRange> {
  return {
    names: ["from", "to"],
    defaultValue: { from: null, to: null },
    read: (read) => {
      const [from, to] = [read("from", type) ?? null, read("to", type) ?? null];
      return from !== null && to !== null && to < from ? { from: to, to: from } : { from, to };
    },
    write: ({ from, to }, add) => {
      if (from !== null) add("from", from);
      if (to !== null) add("to", to);
    },
  };
}
