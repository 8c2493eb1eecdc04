import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** House number, one to three capitalised words, and a street type: "22 Beech Avenue". */
const street =
  /(?<![\p{L}\p{N}.,/#-])\d{1,5}[A-Za-z]?,? (?:[NESW]{1,2}\.? )?(?:\p{Lu}[\p{L}'’.-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Court|Ct|Boulevard|Blvd|Terrace|Gardens|Grove|Mews|Square|Parade|Highway|Hwy|Nagar|Marg)(?![\p{L}\p{N}])/gu;
const mayBeNumber = /\d/;

/** Finds capitalised streets with a house number, independent of context. */
export function findStreets(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  if (!mayBeNumber.test(text)) return found;
  eachMatch(street, text, ({ 0: written, index }) => {
    const end = index + written.length;
    found.push({ type: "ADDRESS", start: index, end, value: normaliseWords(written) });
  });
  return found;
}
