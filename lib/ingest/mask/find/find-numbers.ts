import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { eachMatch } from "../each-match";
import { isCardNumber } from "../is-card-number";
import { isLetter } from "../is-letter";
import { normalisePhone } from "../normalise-phone";
import { readContext, type NumberContext } from "../read-context";
import type { Candidate } from "../text-masker";

/** A number as written: groups of digits with short separators between them. */
const written = /\d+(?:[ \u00A0.\-\u2010-\u2015/()+]{1,2}\d+){0,15}/g;
const dateAhead =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)/;
const timeOrMoneyAhead = /^(?::\d|[.,]\d|\s?(?:%|dollars|usd|eur|euros|days|miles|points))/i;
/** "two orders on your account: #W2378156": a reference, though an account is spoken of. */
const shopOrder = /^#[A-Za-z]\d/;
const currencies = new Set(["$", "€", "£", "¥", "₹"]);

/**
 * Finds the numbers that words nearby (or `given`, from the key the text stands under) say are personal:
 * phone, social security, card, account, code. A number without such words is nobody's.
 */
export function findNumbers(text: string, given: NumberContext | null): Candidate[] {
  const found: Candidate[] = [];
  eachMatch(written, text, (match) => {
    const candidate = readNumber(text, match, given);
    if (candidate !== null) found.push(candidate);
  });
  return found;
}

function readNumber(
  text: string,
  match: RegExpExecArray,
  given: NumberContext | null,
): Candidate | null {
  const run = match[0];
  const start = startOf(text, match.index);
  if (start === null || currencies.has(text.charAt(start - 1))) return null;
  const context = readContext(text, start, match.index + run.length) ?? given;
  if (context === null || dateAhead.test(run)) return null;
  if (context.type === "ACCOUNT" && shopOrder.test(text.slice(start - 1, match.index + 1)))
    return null;
  const length = lengthOfNumber(run, context);
  const end = match.index + length;
  if (length === 0 || timeOrMoneyAhead.test(text.slice(end, end + 10))) return null;
  const value = normaliseNumber(context.type, text.slice(start, end));
  return { type: context.type, start, end: end + lettersAt(text, end), value };
}

const prefixLettersMax = 5;

/**
 * Where a number begins with what belongs to it though no digit: `+`, `(`, or letters as in `POL-884-221`.
 * @returns null where it is the end of a longer word, such as an id
 */
function startOf(text: string, digits: number): number | null {
  let start = digits;
  if (text.charCodeAt(start - 1) === 40) start -= 1;
  if (text.charCodeAt(start - 1) === 43) return start - 1;
  if (start < digits) return start;
  if (text.charCodeAt(start - 1) === 45 && isLetter(text.charCodeAt(start - 2))) start -= 1;
  const end = start;
  while (end - start <= prefixLettersMax && isLetter(text.charCodeAt(start - 1))) start -= 1;
  const before = text.charCodeAt(start - 1);
  const isWordInside = before === 95 || (start < end && before >= 48 && before <= 57);
  return isWordInside || end - start > prefixLettersMax ? null : start;
}

/** The one form in which equal numbers of a type are equal, however they are written. */
export function normaliseNumber(type: PiiType, value: string): string {
  if (type === "PHONE") return normalisePhone(value);
  return value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

/** The one form in which a name, an address or a date is equal to itself however it is cased and spaced. */
export function normaliseWords(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** How much of a run of groups is the number: groups are taken until it has as many digits as its type needs. */
function lengthOfNumber(run: string, context: NumberContext): number {
  const enough = context.type === "PHONE" ? 10 : context.type === "SSN" ? 9 : context.digitsMax;
  let digits = 0;
  let end = 0;
  for (const group of run.matchAll(/\d+/g)) {
    const isLoose = digits >= context.digitsMin && group[0].length === 1;
    if (digits >= enough || isLoose || digits + group[0].length > context.digitsMax) break;
    digits += group[0].length;
    end = group.index + group[0].length;
    if (context.type === "CARD" && isCardNumber(run.slice(0, end).replace(/\D/g, ""))) break;
  }
  const isWhole = context.type !== "SSN" || digits === 9 || digits === 4;
  return digits >= context.digitsMin && isWhole ? end : 0;
}

/** A passport's or licence's last letters belong to it. */
function lettersAt(text: string, end: number): number {
  return /^[A-Za-z]{1,2}(?![\p{L}\p{N}_])/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
}
