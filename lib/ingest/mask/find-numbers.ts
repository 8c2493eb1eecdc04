import type { PiiType } from "@/lib/domain/pseudonym";
import { isCardNumber } from "./is-card-number";
import { normalisePhone } from "./normalise-phone";
import { readContext, type NumberContext } from "./read-context";
import type { Candidate } from "./text-masker";

/** A number as written: groups of digits with short separators, perhaps letters before, such as `POL-884-221`. */
const written =
  /(?<![\p{L}\p{N}_])(?:\p{L}{1,5}-?)?\+?\(?\d+(?:[ \u00A0.\-\u2010-\u2015/()+]{1,2}\d+){0,15}/gu;
const dateAhead =
  /^(?:\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2}))(?!\d)/;
const timeOrMoneyAhead = /^(?::\d|[.,]\d|\s?(?:%|dollars|usd|eur|euros|days|miles|points))/i;
const currencies = new Set(["$", "€", "£", "¥", "₹"]);

/**
 * Finds the numbers that words nearby (or `given`, from the key the text stands under) say are personal:
 * phone, social security, card, account, code. A number without such words is nobody's.
 */
export function findNumbers(text: string, given: NumberContext | null): Candidate[] {
  const found: Candidate[] = [];
  for (const match of text.matchAll(written)) {
    const start = match.index;
    if (currencies.has(text.charAt(start - 1))) continue;
    const context = readContext(text, start, start + match[0].length) ?? given;
    if (context === null || dateAhead.test(match[0])) continue;
    const length = lengthOfNumber(match[0], context);
    const end = start + length;
    if (length === 0 || timeOrMoneyAhead.test(text.slice(end, end + 10))) continue;
    const value = text.slice(start, end);
    found.push({
      type: context.type,
      start,
      end: end + lettersAt(text, end),
      value: normaliseNumber(context.type, value),
    });
  }
  return found;
}

/** The one form in which equal numbers of a type are equal, however they are written. */
export function normaliseNumber(type: PiiType, value: string): string {
  if (type === "PHONE") return normalisePhone(value);
  return value.replace(/[^\p{L}\p{N}]/gu, "").toUpperCase();
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
