import { decodeEscapes } from "../decode-escapes";
import type { Candidate } from "../text-masker";

/** A string of a JSON document: its place without quotes, and the name of its property or list. */
type Leaf = { readonly start: number; readonly end: number; readonly key: string | undefined };

/** Finds personal data in one string of a document. */
type FindInLeaf = (leaf: string, key: string | undefined) => readonly Candidate[];

/**
 * Finds personal data in a JSON object or list, leaf by leaf with its key.
 * @param find finds it in one text
 * @returns null if the text is no JSON object or list
 */
export function findInJson(text: string, find: FindInLeaf): readonly Candidate[] | null {
  if (!/^\s*[[{]/.test(text) || !isJson(text)) return null;
  return leavesOf(text).flatMap((leaf) => findInLeaf(text, leaf, find));
}

/** True for a text that begins as a JSON document does and holds properties, but may be cut off or malformed. */
export function resemblesJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && /"\s{0,3}:/.test(text);
}

/**
 * Finds personal data under the keys of a document that cannot be parsed. A wrong quote may hide the strings after it,
 * so that this does not replace reading the whole as a text.
 */
export function findInBrokenJson(text: string, find: FindInLeaf): readonly Candidate[] {
  return leavesOf(text)
    .filter(({ key }) => key !== undefined)
    .flatMap((leaf) => findInLeaf(text, leaf, find));
}

/** True if a stretch is the whole name of a property: `"address2":`. */
export function isPropertyName(text: string, { start, end }: Candidate): boolean {
  return text.charAt(start - 1) === '"' && /^\\?"\s{0,3}:/.test(text.slice(end, end + 6));
}

const quote = 34;
const backslash = 92;
const closings = [93, 125];
/** What may follow a string. */
const afterString = [",", ":", "]", "}", ""];

function leavesOf(text: string): readonly Leaf[] {
  const leaves: Leaf[] = [];
  let key: string | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (closings.includes(code)) key = undefined;
    if (code !== quote) continue;
    const start = at + 1;
    const end = endOfString(text, start);
    if (signAfter(text, end + 1) === ":") key = text.slice(start, end);
    else leaves.push({ start, end, key });
    at = end;
  }
  return leaves;
}

/** The position of the closing quote, or the text's end. A quote inside a string that was not escaped ends nothing. */
function endOfString(text: string, start: number): number {
  let end = start;
  while (end < text.length) {
    const code = text.charCodeAt(end);
    if (code === quote && afterString.includes(signAfter(text, end + 1))) return end;
    end += code === backslash ? 2 : 1;
  }
  return text.length;
}

/** The first character from a position on that is no white space; "" at the text's end. */
function signAfter(text: string, from: number): string {
  let at = from;
  while (text.charCodeAt(at) <= 32) at += 1;
  return text.charAt(at);
}

function findInLeaf(
  text: string,
  { start, end, key }: Leaf,
  find: FindInLeaf,
): readonly Candidate[] {
  const written = text.slice(start, end);
  const decoded = decodeEscapes(written);
  return find(decoded?.text ?? written, key).map((candidate) => ({
    ...candidate,
    start: start + (decoded?.offsets[candidate.start] ?? candidate.start),
    end: start + (decoded?.offsets[candidate.end] ?? candidate.end),
  }));
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
