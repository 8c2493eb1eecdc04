import { eachMatch } from "@/lib/learning/each-match";
import { normalisePhone } from "../numbers/normalise-phone";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

const from = "(?<![\\p{L}\\p{N}_+$€£.,-]|[\\p{N})][ ])";
/** Like `from` for scripts without spaces between words. */
const fromHan = "(?<![A-Za-z\\p{N}_+$€£.,-]|[\\p{N})][ ])";
const to = "(?![A-Za-z\\p{N}_]|[ .,/-]\\p{N})";
type Shape = { readonly digits: number; readonly pattern: RegExp };
const shape = (digits: number, pattern: string, before = from): Shape => ({
  digits,
  pattern: new RegExp(`${before}(?:${pattern})${to}`, "gu"),
});

/** National formats of mobile and area numbers that the general rules do not cover. */
const shapes: readonly Shape[] = [
  // China: 138 1234 5678; without spaces only next to Chinese text.
  shape(11, "1[3-9]\\d([ -])\\d{4}\\1\\d{4}", fromHan),
  shape(11, "(?<=[\\p{Script=Han}：，:][：: ]?)1[3-9]\\d{9}", "(?<![\\d.])"),
  shape(11, "1[3-9]\\d{9}(?=[ ，。,]?\\p{Script=Han})", fromHan),
  // Brazil: (11) 98765-4321, 11 98765-4321, (11) 3456-7890.
  shape(10, "\\([1-9]\\d\\) ?(?:9\\d|[2-9])\\d{3}[- ]\\d{4}"),
  shape(11, "[1-9]\\d 9[ ]?\\d{4}[- ]\\d{4}"),
  // India: 98765 43210, 98765-43210.
  shape(10, "[6-9]\\d{4}[ -]\\d{5}"),
  // France and others with dots: 06.12.34.56.78; for Italy, Spain, Poland context words suffice.
  shape(10, "0[1-9](?:\\.\\d{2}){4}"),
  shape(10, "0\\d{2,4}\\.\\d{3,4}\\.\\d{3,4}"),
  // Russia: 8 (912) 345-67-89, 8 912 345-67-89.
  shape(11, "8[ -]?\\(?9\\d{2}\\)?[ -]?\\d{3}[ -]\\d{2}[ -]\\d{2}"),
  // Germany: 0171 / 48 29 305.
  shape(9, "0[1-9]\\d{1,4} ?/ ?\\d{2,8}(?: \\d{2,4}){0,3}"),
  // North America, with an extension right behind it: (415)555-0199x0135.
  shape(10, "(?:\\+?1[-. ]?)?(?:\\(\\d{3}\\) ?|\\d{3}[-. ])\\d{3}[-. ]\\d{4} ?x ?\\d{2,6}"),
  // With a country code in brackets, or without a plus sign before groups.
  shape(11, "\\((?:\\+|00)\\d{1,3}\\) ?\\d{1,4}(?:[ -]\\d{2,5}){1,4}"),
];
/** In links: tel:, sms:, wa.me/, api.whatsapp.com/send?phone= */
const linked =
  /(?:\b(?:tel|sms|callto|whatsapp|sip|sips):|wa\.me\/|[?&]phone=)\+?(?<value>\d[\d().-]{5,18}\d)/gi;
const mayBeLinked = /(?:tel|sms|callto|whatsapp|sips?):|wa\.me|phone=/i;

/** Finds phone numbers in national formats and in links. */
export function findPhones(text: string, traits: TextTraits): Candidate[] {
  const found: Candidate[] = [];
  if (traits.digits < 7) return found;
  const add = (start: number, written: string): void => {
    const value = normalisePhone(written);
    found.push({ type: "PHONE", start, end: start + written.length, value });
  };
  for (const { digits, pattern } of shapes) {
    if (traits.digits < digits) continue;
    eachMatch(pattern, text, ({ 0: written, index }) => add(index, written));
  }
  if (!mayBeLinked.test(text)) return found;
  eachMatch(linked, text, (match) => {
    const written = match.groups?.value ?? "";
    add(match.index + match[0].length - written.length, written);
  });
  return found;
}
