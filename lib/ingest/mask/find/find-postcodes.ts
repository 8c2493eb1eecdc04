import { eachMatch } from "@/lib/learning/each-match";
import { normaliseWords } from "./find-numbers";
import type { Candidate } from "../text-masker";

/** Royal Mail's outward and inward code, Canada Post's, and Eircode: a space between the halves, capitals. */
const shaped =
  /(?<![\p{L}\p{N}_#/.-])(?:(?:GIR 0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d{1,2}|\d[A-HJKPSTUW]|[A-HK-Y]\d[ABEHMNPRVWXY]) \d[ABD-HJLNP-UW-Z]{2})|[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z] \d[ABCEGHJ-NPRSTV-Z]\d)(?![\p{L}\p{N}_])/gu;
const mayBeShaped = /\d[A-Z]{2}(?![A-Za-z0-9_])|[A-Z]\d[A-Z] \d[A-Z]\d/;

/** Dutch, where an address is spoken of: others write four digits and two capitals, too. */
const dutch =
  /(?<![\p{L}\p{N}-])[1-9]\d{3} (?!(?:KB|MB|GB|TB|KG|KM|CM|MM|AM|PM|EU|US|UK|OK|TV|PC|HD|CE|BC|AD|HP|KW|WH|AH)\b)[A-Z]{2}(?![\p{L}\p{N}])(?:,? (?:nummer|nr\.?|huisnummer|#)? ?\d{1,5}(?:-?[\dA-Z]{1,4})?(?![\p{L}\p{N}]))?/gu;
const mayBeDutch = /\d{4} [A-Z]{2}(?![A-Za-z0-9])/;
const dutchBeside =
  /nummer|postcode|adres|straat|bezorg|lever|huis|wo(?:on|nen)|<ADDRESS:|deliver|address/i;

/**
 * Words that announce a postcode (US ones are left to the tagger), and its shape after them, in any
 * case and without the space.
 */
const named =
  /(?<![\p{L}])(?:post ?code|postal code|eircode|pin ?code|plz|postleitzahl|code postal|código postal|codigo postal|cep|cap|postnummer|postcode)(?:['’]?s|\s(?:is|ist|est|es|é|to|of|are))?\s?[:=#]?\s{0,2}(?<value>[a-z]{1,2}\d[a-z\d]? ?\d[a-z]{2}|[a-z]\d[a-z] ?\d[a-z]\d|[a-z]\d[\dw] ?[\da-z]{4}|\d{5}-\d{3,4}|\d{3} \d{2,3}|\d{4} ?[a-z]{2}|\d{4,6})(?![\p{L}\p{N}_])/giu;
const mayBeNamed = /post ?code|postal|eircode|pin ?code|plz|postleitzahl|cep|cap|postnummer/i;

/** Finds postcodes: British, Canadian and Dutch ones by shape, others by announcing words. */
export function findPostcodes(text: string): Candidate[] {
  const found: Candidate[] = [];
  const add = (start: number, written: string): void => {
    const value = normaliseWords(written);
    found.push({ type: "ADDRESS", start, end: start + written.length, value });
  };
  if (mayBeShaped.test(text))
    eachMatch(shaped, text, ({ 0: written, index }) => add(index, written));
  if (mayBeDutch.test(text) && dutchBeside.test(text))
    eachMatch(dutch, text, ({ 0: written, index }) => add(index, written));
  if (!mayBeNamed.test(text)) return found;
  eachMatch(named, text, (match) => {
    const written = match.groups?.value ?? "";
    add(match.index + match[0].length - written.length, written);
  });
  return found;
}
