import { cutText } from "@/lib/format/cut-text";
import type { Comparer } from "./replay-values";

/** What differs between two turns, as it stands on each side. */
export type TurnDetail = {
  /** The field of a call's arguments or of its result; "": the text itself. */
  readonly field: string;
  /** "": that side has nothing in its place. */
  readonly candidate: string;
  readonly baseline: string;
};

const charactersMax = 80;
const sentenceEnd = /(?<=[.!?])\s+/u;

/** The first sentence of each side that the other does not say. */
export function sentenceDetail(own: string, other: string, { words }: Comparer): TurnDetail {
  const [mine, theirs] = [own.split(sentenceEnd), other.split(sentenceEnd)];
  const first = (some: readonly string[], known: readonly string[]) => {
    const said = new Set(known.map(words));
    return some.find((each) => !said.has(words(each))) ?? "";
  };
  const [candidate, baseline] = [first(mine, theirs), first(theirs, mine)];
  const isOrder = candidate === "" && baseline === "";
  return {
    field: "",
    candidate: quoted(isOrder ? own : candidate),
    baseline: quoted(isOrder ? other : baseline),
  };
}

/** The first field that differs between two JSON objects; of other text the text. Null: it is not told in few words. */
export function fieldDetail(own: string, other: string, compared: Comparer): TurnDetail | null {
  const [mine, theirs] = [objectOf(own), objectOf(other)];
  if (mine === null || theirs === null) {
    const isText = mine === null && theirs === null && !/^\s*[[{]/u.test(own + other);
    return isText ? { field: "", candidate: quoted(own), baseline: quoted(other) } : null;
  }
  const textOf = (fields: ReadonlyMap<string, unknown>, field: string) =>
    fields.has(field) ? compared.json(JSON.stringify(fields.get(field))) : "";
  const field = [...new Set([...mine.keys(), ...theirs.keys()])].find(
    (each) => textOf(mine, each) !== textOf(theirs, each),
  );
  if (field === undefined) return null;
  const [candidate, baseline] = [shown(mine.get(field)), shown(theirs.get(field))];
  return candidate === null || baseline === null ? null : { field, candidate, baseline };
}

function objectOf(text: string): ReadonlyMap<string, unknown> | null {
  try {
    const parsed: unknown = JSON.parse(text);
    const isObject = typeof parsed === "object" && parsed !== null && !Array.isArray(parsed);
    return isObject ? new Map<string, unknown>(Object.entries(parsed)) : null;
  } catch {
    return null;
  }
}

/** @returns "": there is none; null: too much to be shown */
function shown(value: unknown): string | null {
  if (value === undefined) return "";
  if (typeof value === "string") return quoted(value);
  return typeof value === "object" && value !== null ? null : JSON.stringify(value);
}

function quoted(text: string): string {
  const cut = cutText(text, charactersMax);
  return cut === "" ? "" : `“${cut}”`;
}
