import { decodeAsBytes, decodeAsText, hasEncodedRun } from "../binary/decode-run";
import { eachMatch } from "@/lib/learning/each-match";
import type { Candidate } from "../text-masker";

/** 12 characters are nine bytes; shorter personal data cannot be told from an id. */
const shortest = 12;
/** From this length on decoded words are read as natural language. */
const shortestSaid = 16;
/** One line, or the lines of a MIME body or PEM block, which except the last have equal length. */
const run =
  /(?<![A-Za-z0-9+/_-])[A-Za-z0-9+/_-]{12,}(?:(?<=[A-Za-z0-9+/]{56})\r?\n[A-Za-z0-9+/_-]+)*={0,2}/g;
const lineEnds = /[\r\n]+/g;
const joints = /[/_+-]+/g;
/** Words and numbers have one character class; base64 of a text mixes small letters and capitals. */
const mayBeEncoded = /[a-z][^a-z]*[A-Z]|[A-Z][^A-Z]*[a-z]|^(?:[2-7c-fC-F][0-9A-Fa-f]){8,}$/;
/** A word or several, not hexadecimal: neither they nor their parts can be encoded. */
const plainWords = /^(?!.*[c-f][a-f]{15})[a-z/_+-]+$/;
const mixed = /^(?=.*[a-z])(?=.*[A-Z]).{24,}/s;
const written = /[\p{L}\p{N}][\p{L}\p{N}\p{P}\p{S} ]{7,}/gu;

/** Finds the personal data in a decoded text. `isProse`: whether it is read as natural language too. */
export type FindInside = (decoded: string, isProse: boolean) => readonly Candidate[];

/**
 * Finds base64 or hexadecimal runs that decode to text, or to bytes with text among them, with
 * personal data. The whole run is masked with the type of the first finding.
 * @param findInside finds personal data in a decoded text
 */
export function findEncoded(text: string, findInside: FindInside): Candidate[] {
  const found: Candidate[] = [];
  if (!hasEncodedRun(text, shortest)) return found;
  eachMatch(run, text, ({ 0: matched, index }) => {
    if (plainWords.test(matched)) return;
    const encoded = matched.replace(lineEnds, "");
    const add = (inside: Candidate | null, from: number, to: number): boolean => {
      if (inside !== null) found.push({ ...inside, start: index + from, end: index + to });
      return inside !== null;
    };
    if (add(inText(encoded, findInside), 0, matched.length)) return;
    // The word after a line end may belong to the next sentence.
    const lines = matched.lastIndexOf("\n");
    if (lines > 0) {
      const before = matched.slice(0, lines).replace(lineEnds, "");
      if (add(inText(before, findInside), 0, lines)) return;
    }
    const isInPart = partsOf(matched)
      .map(([from, to]) => add(inText(matched.slice(from, to), findInside), from, to))
      .includes(true);
    if (!isInPart) add(inBytes(encoded, findInside), 0, matched.length);
  });
  return found;
}

/** Ranges of a path's segments, and of what is before or after a hyphen or underscore. */
function partsOf(matched: string): (readonly [from: number, to: number])[] {
  const parts: [number, number][] = [];
  let from = 0;
  eachMatch(joints, matched, (joint) => {
    parts.push([from, joint.index]);
    from = joint.index + joint[0].length;
  });
  if (from > 0) parts.push([from, matched.length]);
  return parts.filter(([start, end]) => end - start >= shortest);
}

function inText(encoded: string, findInside: FindInside): Candidate | null {
  if (!mayBeEncoded.test(encoded)) return null;
  const text = decodeAsText(encoded);
  return text === null ? null : (findInside(text, encoded.length >= shortestSaid)[0] ?? null);
}

/** Serialised bytes, such as protobuf, hold plain texts. */
function inBytes(encoded: string, findInside: FindInside): Candidate | null {
  if (!mixed.test(encoded)) return null;
  for (const [piece] of decodeAsBytes(encoded).toString("utf8").matchAll(written)) {
    const [first] = findInside(piece, false);
    if (first !== undefined) return first;
  }
  return null;
}
