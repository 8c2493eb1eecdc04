import { eachMatch } from "@/lib/learning/each-match";
import type { Candidate } from "../text-masker";

/** Bounded: an unbounded pattern overflows the stack on a text of single letters. */
const spelled =
  /(?<![\p{L}\p{N}_'’.-])(?:\p{L}(?:-\p{L}){3,40}|\p{L}(?:[ .,-]{1,2}\p{L}){2,40})(?![\p{L}\p{N}_'’-])/gu;
/** Cheap pre-check: three single letters in a row. */
const mayBeSpelled =
  /(?:^|[^A-Za-z])[A-Za-z\u0080-\uffff](?:[ .,-]{1,2}[A-Za-z\u0080-\uffff]){2}(?![A-Za-z])/;
const hyphened = /^\p{L}(?:-\p{L}){3,}$/u;
const nameBefore = /\b(?:names?|surname|spell(?:ed|ing|s|t)?|first|last)\b[^.!?\n]{0,30}$/i;
const reach = 60;

/**
 * Finds names spelled letter by letter ("j o h n", "M-A-R-Y"): with hyphens anywhere, with spaces
 * where a name or spelling is mentioned.
 * @param isAsked whether the message before asks for a name
 */
export function findSpelled(text: string, isAsked: boolean): Candidate[] {
  if (!mayBeSpelled.test(text)) return [];
  const found: Candidate[] = [];
  eachMatch(spelled, text, (match) => {
    const before = text.slice(Math.max(0, match.index - reach), match.index);
    if (!isAsked && !hyphened.test(match[0]) && !nameBefore.test(before)) return;
    const value = match[0].replace(/\P{L}/gu, "").toLowerCase();
    found.push({ type: "PERSON", start: match.index, end: match.index + match[0].length, value });
  });
  return found;
}
