import { particles } from "@/lib/learning/function-words";
import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { normaliseNumber, normaliseWords } from "../find/find-numbers";
import type { Candidate } from "../text-masker";
import { requests } from "./cues";
import { isTitle } from "../names/cue-before";
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
  /\b(?:orders?|items?|reservations?|bookings?|confirmation|flights?|tickets?|tracking|products?|invoices?|reference|case|model|serial|promo|promotion|voucher|coupon|discount)(?:\s+(?:ids?|numbers?|code|no|is|are|was|it's|the|my|called))*[\s:#.()-]*$/i;
/** "SUMMER25": a word and what it takes off. */
const promotion = /^\p{Lu}{4,12}\d{2,3}$/u;
/** "--timeout=2500" */
const assigned = /[\w-]=$/;
/** Words that make a number alone a part of an address. */
const postcodeBefore =
  /\b(?:zip|post(?:al|code)?|plz|code postal|address|live|located|deliver(?:ed)? to)\b[^.!?\n]{0,40}$/i;
/** A state's or a name's end before a number alone: "Dayton, OH 45402", "Mei Patel, 76165". */
const placeBefore = /(?:\p{Lu}\p{L}+|<[A-Z_]+:[0-9a-f]{16}>),? (?:\p{Lu}{2},? )?$/u;
/** A number, also with a unit, a currency or a protocol: "144 Hz", "12 EUR", "HTTP 402", "10000-20000". */
const plainNumber =
  /^(?:\d[\d.,-]*|(?:\p{L}{1,3}|\p{Lu}{2,6})[ -]\d{1,4}|\d[\d.,-]* ?(?:\p{Lu}{3}|\p{L}{1,3}))$/u;
const state = /^\p{Lu}{2} \d{5}$/u;
/** A house's number and its street's compass point or type follow each other in more words than one. */
const numberAlone = /^[\d-]+$/;

/**
 * Joins neighbouring tokens of one tag, and leaves out what is readable or nobody's after all.
 * @param tagged a tag per token
 * @param requested what the message before asks for, as bits of `requests`
 */
export function joinTokens(
  text: string,
  { tokens, facts }: ReadTokens,
  tagged: readonly number[],
  requested: number,
): Candidate[] {
  const found = withInnerWords(text, { tokens, facts }, tagged);
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
    if (tag === tags.other && isReference(text, start, end)) continue;
    const isAsked = (requested & (requests.address | requests.name)) !== 0;
    const isAlone = !isBeside(found, first, at, tags.address);
    if (tag === tags.address && !isAsked && isAlone && isPlainNumber(text, start, end)) continue;
    if (tag === tags.address && endsInReference(text, start, end)) continue;
    stretches.push(stretch(text, start, end, tag));
  }
  return stretches;
}

/** "de la": a text of particles alone would take forever otherwise. */
const particlesMost = 4;

/**
 * An initial or a particle between two words of a name is its part: "Alvir D. Pušaver", "Assunta Lo Monaco"; a particle
 * behind a title, too: "heer Van Ommeren".
 */
function withInnerWords(
  text: string,
  { tokens, facts }: Pick<ReadTokens, "tokens" | "facts">,
  tagged: readonly number[],
): readonly number[] {
  const isParticle = (at: number): boolean => {
    const lower = facts[at]?.lower ?? "";
    // "Anna y Maria" are two.
    return lower.length > 1 && particles.has(lower);
  };
  const isLinked = (at: number): boolean =>
    /^[ -]$/.test(text.slice(tokens[at]?.end, tokens[at + 1]?.start));
  return tagged.map((tag, at) => {
    if (tag === tags.none && isParticle(at)) {
      let [first, last] = [at - 1, at + 1];
      while (at - first < particlesMost && isParticle(first)) first -= 1;
      while (last - at < particlesMost && isParticle(last)) last += 1;
      const isFirst = tagged[first] === tags.person || isTitle(facts[first]?.lower ?? "");
      const isWhole = Array.from({ length: last - first }, (_, step) => first + step).every(
        isLinked,
      );
      return isFirst && isWhole && tagged[last] === tags.person ? tags.person : tag;
    }
    const [token, next] = [tokens[at], tokens[at + 1]];
    if (tag !== tags.none || token === undefined || next === undefined) return tag;
    if (tagged[at - 1] !== tags.person || tagged[at + 1] !== tags.person) return tag;
    const isInitial =
      /^\p{Lu}$/u.test(text.slice(token.start, token.end)) &&
      /^\.? $/.test(text.slice(token.end, next.start)) &&
      text.slice(tokens[at - 1]?.end, token.start) === " ";
    return isInitial ? tags.person : tag;
  });
}

/** Whether a token of the tag stands near a stretch of it, but not in it. */
function isBeside(found: readonly number[], first: number, last: number, tag: number): boolean {
  return (
    found.slice(Math.max(0, first - nearby), first).includes(tag) ||
    found.slice(last + 1, last + 1 + nearby).includes(tag)
  );
}

const nearby = 4;

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

function isReference(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  return (
    referenceBefore.test(before) || assigned.test(before) || promotion.test(text.slice(start, end))
  );
}

/** Whether what was taken for an address is a number that nothing beside it makes one: an amount, a range, a reference. */
function isPlainNumber(text: string, start: number, end: number): boolean {
  const written = text.slice(start, end);
  if (!plainNumber.test(written) || state.test(written)) return false;
  // Said alone it may answer a question that is not known.
  if (written === text.trim()) return false;
  const before = text.slice(Math.max(0, start - 60), start);
  if (!numberAlone.test(written)) return true;
  if (referenceBefore.test(before)) return true;
  return !postcodeBefore.test(before) && !placeBefore.test(before);
}

/** "replaces invoice 39972": words, none of them a name's, and the number that they refer to. */
function endsInReference(text: string, start: number, end: number): boolean {
  const words = /^(?<words>\P{N}+)\d+$/u.exec(text.slice(start, end))?.groups?.words;
  return words !== undefined && !/\p{Lu}/u.test(words) && referenceBefore.test(words);
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
