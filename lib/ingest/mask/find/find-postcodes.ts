import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** Royal Mail's outward and inward code, Canada Post's, and Eircode: a space between the halves, capitals. */
const shaped =
  /(?<![\p{L}\p{N}_#/.-])(?:(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) \d[ABD-HJLNP-UW-Z]{2})|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d)(?![\p{L}\p{N}_])/gu;
const mayBeShaped = /\d[A-Z]{2}(?![A-Za-z0-9_])|[A-Z]\d[A-Z] \d[A-Z]\d/;

/**
 * Words that announce a postcode (US ones are left to the tagger), and its shape after them, in any
 * case and without the space.
 */
const named =
  /(?<![\p{L}])(?:post ?code|postal code|eircode|pin ?code|plz|postleitzahl|code postal|código postal|codigo postal|cep|cap|postnummer|postcode)(?:['’]?s|\s(?:is|ist|est|es|é|to|of|are))?\s?[:=#]?\s{0,2}(?<value>[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|[a-z]\d[\dw] ?[\da-z]{4}|\d{5}-\d{3,4}|\d{3} \d{2,3}|\d{4} ?[a-z]{2}|\d{4,6})(?![\p{L}\p{N}_])/giu;
const mayBeNamed = /post ?code|postal|eircode|pin ?code|plz|postleitzahl|cep|cap|postnummer/i;

/** Finds postcodes: British and Canadian ones by shape, others by announcing words. */
export function findPostcodes(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, written: string): void => {
    const value = normaliseWords(written);
    found.push({ type: "ADDRESS", start, end: start + written.length, value });
  };
  if (mayBeShaped.test(text))
    eachMatch(shaped, text, ({ 0: written, index }) => add(index, written));
  if (!mayBeNamed.test(text)) return found;
  eachMatch(named, text, (match) => {
    const written = match.groups?.value ?? "";
    add(match.index + match[0].length - written.length, written);
  });
  return found;
}
