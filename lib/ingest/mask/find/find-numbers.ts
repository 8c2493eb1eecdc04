import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { eachMatch } from "@/lib/learning/each-match";
import { isCardNumber } from "../numbers/is-card-number";
import { isLetter } from "../is-letter";
import { normalisePhone } from "../numbers/normalise-phone";
import { readContext, type NumberContext } from "../read-context";
import type { Candidate } from "../text-masker";

/** Groups of digits with short separators. */
const written = /\d+(?:[ \u00A0.\-\u2010-\u2015/()+]{1,2}\d+){0,15}/g;
const dateAhead =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)/;
const timeOrMoneyAhead = /^(?::\d|[.,]\d|\s?(?:%|dollars|usd|eur|euros|days|miles|points))/i;
/** "two orders on your account: #W2378156": a reference, although "account" is nearby. */
const shopOrder = /^#[A-Za-z]\d/;
const currencies = new Set(["$", "€", "£", "¥", "₹"]);

/**
 * Finds numbers that context words (or `given`, from the key) make personal: phone, social
 * security, card, account, code. Numbers without context are skipped.
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
  return { type: context.type, start, end: end + lettersAt(text, end), value, isAnnounced: true };
}

const prefixLettersMax = 5;

/**
 * Start of a number including `+`, `(`, or letters as in `POL-884-221`.
 * @returns null at the end of a longer word, such as an id
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

/** Canonical form of a number, independent of notation. */
export function normaliseNumber(type: PiiType, value: string): string {
  if (type === "PHONE") return normalisePhone(value);
  return value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
}

/** Canonical form of a name, address or date, independent of case and spacing. */
export function normaliseWords(value: string): string {
  return value
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/** Length of the number within a run of groups: groups are added until its type's number of digits. */
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

/** A passport's or licence's trailing letters belong to it. */
function lettersAt(text: string, end: number): number {
  return /^[A-Za-z]{1,2}(?![\p{L}\p{N}_])/u.exec(text.slice(end, end + 4))?.[0].length ?? 0;
}
