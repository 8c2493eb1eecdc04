import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { normaliseNumber, normaliseWords } from "../find/find-numbers";
import type { Candidate } from "../text-masker";
import { isAbbreviation, isNobody } from "./nobody";
import { tags, type ReadTokens } from "./read-tokens";
import type { Token } from "./tokens";

/** Allowed text between two tokens of one stretch, by tag. */
const between = [/^$/, /^(?:[ \t]|\. ?|['’-])$/, /^[\s,.'’#/&()-]{1,4}$/, /^[ .@/+-]{1,3}$/];
/** Dates, times, amounts of money, decimals, order numbers with their sign or letters, and years. */
const readable =
  /\d{4}-\d{1,2}-\d{1,2}|\d{1,2}\/\d{1,2}\/\d{2,4}|\d{1,2}:\d{2}|[$€£¥₹]\s?\d[\d,.]*|#\s?\w+|(?<![\p{L}\p{N}-])\p{L}{1,6}-\d{3,}(?![\p{L}\p{N}])|\d{1,40}[.,]\d+|\d{1,40}\s?%|(?<!\d[ -]?)(?:19[2-9]|20[0-3])\d(?![ -]?\d)/gu;

/** Two letters are a name only if known as one: "Li". */
const shortestName = 3;
/** A number of guests or a floor. A house number is found with its street, a card's three digits by what was asked. */
const shortNumber = /^\d{1,3}$/;
/** Words that make the number after them a reference. */
const referenceBefore =
  /\b(?:orders?|items?|reservations?|bookings?|confirmation|flights?|tickets?|tracking|products?|invoices?|reference|case|model|serial)(?:\s+(?:ids?|numbers?|code|no|is|are|was|it's|the|my|called))*[\s:#.()-]*$/i;

/** Joins neighbouring tokens of one tag, and leaves out what is readable or nobody's after all. @param found a tag per token */
export function joinTokens(
  text: string,
  { tokens, facts }: ReadTokens,
  found: readonly number[],
): Candidate[] {
  const stretches: Candidate[] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const tag = found[at] ?? 0;
    if (tag === tags.none) continue;
    const first = at;
    while (found[at + 1] === tag && areJoined(text, tokens[at], tokens[at + 1], tag)) at += 1;
    const start = tokens[first]?.start ?? 0;
    const end = tokens[at]?.end ?? start;
    if (tag === tags.person ? isNobody(text, start, end) : isReadable(text, start, end)) continue;
    if (shortNumber.test(text.slice(start, end))) continue;
    if (end - start < shortestName && facts[first]?.isName !== true) continue;
    if (tag === tags.other && referenceBefore.test(text.slice(Math.max(0, start - 40), start))) {
      continue;
    }
    stretches.push(stretch(text, start, end, tag));
  }
  return stretches;
}

/** Whether the text between two tokens of one tag keeps them in one stretch. */
function areJoined(
  text: string,
  token: Token | undefined,
  next: Token | undefined,
  tag: number,
): boolean {
  if (token === undefined || next === undefined) return false;
  const gap = text.slice(token.end, next.start);
  if (between[tag]?.test(gap) !== true) return false;
  const isStop = tag === tags.person && gap.startsWith(".");
  return !isStop || isAbbreviation(text.slice(token.start, token.end));
}

/** True if most of a stretch is of such readable kinds. */
function isReadable(text: string, start: number, end: number): boolean {
  const from = Math.max(0, start - 12);
  let shared = 0;
  for (const match of text.slice(from, end + 12).matchAll(readable)) {
    const first = Math.max(start, from + match.index);
    const last = Math.min(end, from + match.index + match[0].length);
    shared += Math.max(0, last - first);
  }
  return shared * 2 > end - start;
}

function stretch(text: string, start: number, end: number, tag: number): Candidate {
  const written = text.slice(start, end);
  const type = typeOf(written, tag);
  const isNumber = type !== "PERSON" && type !== "ADDRESS";
  const value = isNumber ? normaliseNumber(type, written) : normaliseWords(written);
  return { type, start, end, value };
}

function typeOf(written: string, tag: number): PiiType {
  if (tag === tags.person) return "PERSON";
  if (tag === tags.address) return "ADDRESS";
  const digits = written.replace(/\D/g, "").length;
  if (/mail|yahoo|\bcom\b|com$|@/i.test(written)) return "EMAIL";
  if (digits >= 8 && digits <= 13) return "PHONE";
  return digits === 4 ? "SSN" : "ACCOUNT";
}
