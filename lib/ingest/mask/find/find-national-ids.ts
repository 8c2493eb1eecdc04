import { isMonthAndDay, isNhsNumber, isNric, national } from "../numbers/national-numbers";
import { eachMatch } from "@/lib/learning/each-match";
import type { TextTraits } from "../scan-text";
import type { Candidate } from "../text-masker";

type Shape = {
  /** Minimum run of digits, with separators, in a text that holds one. */
  readonly digits: number;
  /** Sticky. */
  readonly pattern: RegExp;
  readonly isOne: (written: string) => boolean;
};

const always = (): boolean => true;
/** Not preceded by a character that makes it part of something longer. */
const from = /(?<![\p{L}\p{N}_.-]|[/#]\p{L}{0,3})/uy;
const to = /(?![\p{L}\p{N}_]|[.-]\p{N})/uy;
const shape = (
  digits: number,
  pattern: string,
  isOne: (written: string) => boolean = always,
): Shape => ({ digits, pattern: new RegExp(`(?:${pattern})(?![A-Za-z0-9_])`, "y"), isOne });

/** National ids by their format, with check digit where there is one. */
const shapes: readonly Shape[] = [
  // United Kingdom, National Insurance: HMRC's prefixes, and that of examples.
  shape(
    6,
    "(?!BG|GB|NK|KN|TN|NT|ZZ)(?:[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z]|QQ) ?\\d{2}[ -]?\\d{2}[ -]?\\d{2}[ -]?[A-D]",
  ),
  // United Kingdom, driving licence: the surname's beginning, the birth date, initials.
  shape(6, "[A-Z]{1,5}9{0,4}\\d{6}[A-Z][A-Z9]\\d[A-Z]{2}"),
  // United Kingdom, NHS number; where the second group may begin one of North America's phone numbers, it is read as one.
  shape(10, "\\d{3} [01]\\d{2} \\d{4}", isNhsNumber),
  // India: permanent account number of a person, Aadhaar.
  shape(4, "[A-Z]{3}P[A-Z]\\d{4}[A-Z]"),
  shape(12, "[2-9]\\d{3}([ -])\\d{4}\\1\\d{4}", national.aadhaar),
  // Brazil: CPF.
  shape(11, "\\d{3}\\.\\d{3}\\.\\d{3}-\\d{2}"),
  shape(11, "\\d{9}-?\\d{2}", (written) => written.includes("-") && national.cpf(written)),
  // Spain: DNI, NIE.
  shape(7, "(?:\\d{8}|\\d{2}\\.\\d{3}\\.\\d{3}|[XYZ]-?\\d{7})-?[A-HJ-NP-TV-Z]", national.spanish),
  // Italy, Mexico: built from names and a birth date.
  shape(2, "[A-Z]{6} ?\\d{2}[A-EHLMPRST]\\d{2} ?[A-Z]\\d{3}[A-Z]"),
  shape(6, "[A-Z]{4}\\d{6}[HMX][A-Z]{5}[A-Z0-9]\\d"),
  // France: numéro de sécurité sociale.
  shape(
    13,
    "[12] ?\\d{2} ?(?:0[1-9]|1[0-2]) ?(?:\\d{2}|2[AB]) ?\\d{3} ?\\d{3} ?\\d{2}",
    national.nir,
  ),
  // Switzerland, Belgium.
  shape(13, "756\\.\\d{4}\\.\\d{4}\\.\\d{2}"),
  shape(11, "\\d{2}\\.\\d{2}\\.\\d{2}-\\d{3}\\.\\d{2}"),
  // Sweden and Iceland, Finland, Latvia, Czechia and Slovakia: birth date, serial number, check.
  shape(
    10,
    "(?:19|20)?\\d{6}[-+]\\d{4}",
    (written) => national.swedish(written) || national.icelandic(written),
  ),
  shape(6, "\\d{6}[-+A-FU-Y]\\d{3}[0-9A-FHJ-NPR-Y]", national.hetu),
  shape(11, "\\d{6}-\\d{5}", national.latvian),
  shape(6, "\\d{6}/\\d{4}", national.czech),
  // Poland, Norway, Estonia and Lithuania: eleven digits with a birth date and a check digit, Norway two.
  shape(11, "\\d{11}", isOfElevenDigits),
  // China, South Korea, Taiwan, Hong Kong, Singapore, Malaysia, Thailand, Pakistan.
  shape(17, "[1-8]\\d{16}[0-9Xx]", national.chinese),
  shape(13, "\\d{6}-[1-8]\\d{6}", (written) => isBirth(written.slice(2, 6))),
  shape(9, "[A-Z]{1,2}\\d{6}\\([0-9A]\\)"),
  shape(6, "[A-Z]{1,2}\\d{6}\\([0-9A]\\)"),
  shape(7, "[STFG]\\d{7}[A-Z]", isNric),
  shape(12, "\\d{6}-(?:0[1-9]|[1-5]\\d)-\\d{4}", (written) => isBirth(written.slice(2, 6))),
  shape(13, "\\d-\\d{4}-\\d{5}-\\d{2}-\\d"),
  shape(13, "\\d{5}-\\d{7}-\\d"),
  // United Arab Emirates, Chile, Argentina, Russia.
  shape(15, "784-\\d{4}-\\d{7}-\\d"),
  shape(7, "\\d{1,2}\\.\\d{3}\\.\\d{3}-[0-9Kk]"),
  shape(11, "(?:20|2[3-7]|30|33)-\\d{8}-\\d"),
  shape(11, "\\d{3}-\\d{3}-\\d{3} \\d{2}"),
  // South Africa, Romania: a birth date, and a check digit.
  shape(13, "\\d{10}[01][89]\\d", national.southAfrican),
  shape(13, "[1-8]\\d{12}", national.romanian),
  // United States: Medicare beneficiary.
  shape(
    1,
    "[1-9][AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-[AC-HJKMNP-RT-Y][AC-HJKMNP-RT-Y0-9]\\d-[AC-HJKMNP-RT-Y]{2}\\d{2}",
  ),
];

/** Where a number, or a capital that a digit follows closely, may begin one: all patterns are tried there alone. */
const beginning = /(?<![A-Za-z0-9_.-])(?:\d|[A-Z](?=[^]{0,7}\d))/g;

/** Finds national identity, tax and insurance numbers by format alone. */
export function findNationalIds(text: string, traits: TextTraits): Candidate[] {
  const found: Candidate[] = [];
  const places: number[] = [];
  eachMatch(beginning, text, ({ index }) => {
    if (isAt(from, text, index)) places.push(index);
  });
  if (places.length === 0) return found;
  for (const { digits, pattern, isOne } of shapes) {
    if (traits.digits < digits) continue;
    let end = 0;
    for (const place of places) {
      if (place < end) continue;
      pattern.lastIndex = place;
      const written = pattern.exec(text)?.[0];
      if (written === undefined || !isAt(to, text, place + written.length)) continue;
      end = place + written.length;
      if (!isOne(written)) continue;
      const value = written.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
      found.push({ type: "ACCOUNT", start: place, end, value });
    }
  }
  return found;
}

function isAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}

function isOfElevenDigits(written: string): boolean {
  // Of Poland's months others than these are of centuries ago or to come.
  const isPolish = /^..[0-3]/.test(written) && national.pesel(written);
  return isPolish || national.norwegian(written) || national.baltic(written);
}

function isBirth(monthAndDay: string): boolean {
  return isMonthAndDay(monthAndDay.slice(0, 2), monthAndDay.slice(2));
}
