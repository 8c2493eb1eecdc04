import { ownEntry } from "@/lib/domain/own-entry";
import { firstFrom } from "./first-from";

/** A text as its reader saw it; `placeOf` maps an offset of the stored text to one of the shown text. */
export type ShownText = { readonly text: string; readonly placeOf: (offset: number) => number };

/** A range of a text and what stands in its place. */
type Edit = { readonly start: number; readonly end: number; readonly shown: string };

/**
 * What a customer saw of an agent's answer: of a JSON object whose only field is a text that text, and no markers of
 * bold type. Other JSON stays as it is.
 */
export function shownText(text: string): ShownText {
  const unwrapped = edited(text, answerEdits(text));
  const plain = edited(unwrapped.text, boldEdits(unwrapped.text));
  return { text: plain.text, placeOf: (offset) => plain.placeOf(unwrapped.placeOf(offset)) };
}

const opening = /^\s*\{\s*"[\w -]{1,60}"\s*:\s*"/;
const escape = /\\(?:u[\da-fA-F]{4}|[^u])/g;

/** The syntax around the text of a JSON object of one text, and its escapes. */
function answerEdits(text: string): readonly Edit[] {
  const open = opening.exec(text)?.[0].length;
  const answer = open === undefined ? null : onlyText(text);
  if (open === undefined || answer === null) return [];
  const close = text.lastIndexOf('"');
  const escapes = [...text.slice(open, close).matchAll(escape)].map(
    ({ index, 0: found }): Edit => ({
      start: open + index,
      end: open + index + found.length,
      shown: unescaped(found),
    }),
  );
  return [
    { start: 0, end: open, shown: "" },
    ...escapes,
    { start: close, end: text.length, shown: "" },
  ];
}

function onlyText(text: string): string | null {
  try {
    const parsed: unknown = JSON.parse(text);
    if (typeof parsed !== "object" || parsed === null) return null;
    const values: readonly unknown[] = Object.values(parsed);
    const [only] = values;
    return values.length === 1 && typeof only === "string" ? only : null;
  } catch {
    return null;
  }
}

const escapes: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "", f: "" };

function unescaped(found: string): string {
  const [, letter = ""] = found;
  if (letter === "u") return String.fromCharCode(Number.parseInt(found.slice(2), 16));
  return ownEntry(escapes, letter) ?? letter;
}

const bold = /\*\*(?=[^\s*])[^*\n]{1,300}\*\*/g;

function boldEdits(text: string): readonly Edit[] {
  return [...text.matchAll(bold)].flatMap(({ index, 0: found }): Edit[] => {
    const end = index + found.length;
    return [
      { start: index, end: index + 2, shown: "" },
      { start: end - 2, end, shown: "" },
    ];
  });
}

/** @param edits in order, none overlapping another */
function edited(text: string, edits: readonly Edit[]): ShownText {
  if (edits.length === 0) return { text, placeOf: (offset) => offset };
  const parts: string[] = [];
  /** Each edit with where what stands in its place begins and ends. */
  const places: (Edit & { readonly from: number; readonly to: number })[] = [];
  let length = 0;
  let read = 0;
  for (const edit of edits) {
    parts.push(text.slice(read, edit.start), edit.shown);
    const from = length + edit.start - read;
    length = from + edit.shown.length;
    read = edit.end;
    places.push({ ...edit, from, to: length });
  }
  parts.push(text.slice(read));
  const placeOf = (offset: number) => {
    const before = places[firstFrom(places, ({ start }) => start > offset) - 1];
    if (before === undefined) return offset;
    if (offset >= before.end) return before.to + offset - before.end;
    return offset === before.start ? before.from : before.to;
  };
  return { text: parts.join(""), placeOf };
}
