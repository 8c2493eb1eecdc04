import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** House number, one to three capitalised words, and a street type: "22 Beech Avenue". */
const street =
  /(?<![\p{L}\p{N}.,/#-])\d{1,5}[A-Za-z]?,? (?:[NESW]{1,2}\.? )?(?:\p{Lu}[\p{L}'’.-]* ){1,3}(?:Street|St|Road|Rd|Avenue|Ave|Lane|Ln|Drive|Dr|Close|Crescent|Court|Ct|Boulevard|Blvd|Terrace|Gardens|Grove|Mews|Square|Parade|Highway|Hwy|Nagar|Marg)(?![\p{L}\p{N}])/gu;
/** In lower case only words that hardly end anything but a street, behind a name of one to three words. */
const lowerStreet = new RegExp(
  "(?<![\\p{L}\\p{N}.,/#$€£-])\\d{1,5} (?:[nsew] )?(?:(?!(?:days?|hours?|minutes?|mins?|weeks?|months?|years?|miles?|km|lanes?|ways?|persons?|people|men|main|more|off|other|of|in|on|at|by|for|from|with|the|my|your|an?|and|or|to|per|down|up)(?!\\p{L}))[\\p{Ll}'’]{2,20} |\\d{1,3} ?(?:st|nd|rd|th) ){1,3}(?:street|avenue|ave|road|boulevard|blvd|lane|crescent|nagar)(?![\\p{L}\\p{N}])",
  "gu",
);
const mayBeNumber = /\d/;
const mayBeLower = /\d [^.!?\n]{2,70} (?:street|ave|road|boulevard|blvd|lane|crescent|nagar)/;

/** Finds streets with a house number, independent of context. */
export function findStreets(text: string): readonly Candidate[] {
  const found: Candidate[] = [];
  if (!mayBeNumber.test(text)) return found;
  const add = (pattern: RegExp): void =>
    eachMatch(pattern, text, ({ 0: written, index }) => {
      const end = index + written.length;
      found.push({ type: "ADDRESS", start: index, end, value: normaliseWords(written) });
    });
  add(street);
  if (mayBeLower.test(text)) add(lowerStreet);
  return found;
}
