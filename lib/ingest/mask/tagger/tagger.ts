import type { PiiType } from "@/lib/domain/privacy/pseudonym";
import { chainMarginals, type Chain } from "@/lib/learning/chain";
import { readSteps, type StoredModel } from "@/lib/learning/quantise";
import { normaliseNumber, normaliseWords } from "../find/find-numbers";
import type { Candidate } from "../text-masker";
import { cues, roles } from "./cues";
import { featureWidth } from "./features";
import { isForeign, isForeignWord, isUnlikely } from "./foreign";
import { isAbbreviation, isNobody } from "./nobody";
import { readLexicon, type StoredLexicon } from "./lexicon";
import { readInPieces } from "./read-in-pieces";
import { createFactsReader, readTokens, tagCount, tags, type ReadTokens } from "./read-tokens";
import { tokenKinds, type Token } from "./tokens";
import type { WordFacts } from "./word-facts";

export type StoredTagger = {
  readonly lexicon: StoredLexicon;
  readonly weights: StoredModel;
  readonly moves: readonly number[];
};

/** Context of a text: what was asked before it, and whether it is natural language. */
export type Setting = { readonly requested: number; readonly isProse: boolean };

/** Finds names, addresses, and numbers that their context and shape show to be personal. */
export type Tagger = (
  text: string,
  known: readonly Candidate[],
  setting: Setting,
) => readonly Candidate[];

/** A probability from which on a name, or anything else, is masked. */
type Least = { readonly name: number; readonly other: number };

/**
 * Probability thresholds for masking: lower if the text has capitals, higher for program output, which holds few
 * names. A missed name is worse than a masked word.
 */
const enough = {
  cased: { name: 0.1, other: 0.2 },
  lower: { name: 0.33, other: 0.4 },
  written: { name: 0.8, other: 0.8 },
  /** For an ordinary word, or one in names of places, brands and products, that nothing announces as a person's. */
  doubtful: 0.5,
  /** In another language, for an unlikely word. */
  foreign: 0.97,
};

/** Creates a tagger from stored weights. It reads a long text in pieces, which bounds memory. */
export function createTagger(stored: StoredTagger): Tagger {
  return readInPieces(createPieceTagger(stored));
}

function createPieceTagger(stored: StoredTagger): Tagger {
  const facts = createFactsReader(readLexicon(stored.lexicon));
  const steps = readSteps(stored.weights);
  const chain: Chain = {
    tags: tagCount,
    width: featureWidth,
    weights: steps.weights,
    step: steps.step,
    moves: stored.moves,
  };
  let places = new Int32Array(0);
  const allocate = (length: number) => {
    if (places.length < length) places = new Int32Array(2 * length);
    return places;
  };
  return (text, known, { requested, isProse }) => {
    const read = readTokens(text, known, requested, facts, allocate);
    if (read === null) return [];
    const { nodes } = chainMarginals(chain, read.places, read.possible);
    const least = leastFor(text, isProse);
    const isAbroad = isForeign(read.facts);
    const found = read.tokens.map((token, at) => {
      if (token.kind === tokenKinds.mark || read.possible[at] === 1) return tags.none;
      const tag = likeliest(nodes, at);
      const word = read.facts[at];
      if (isAbroad && tag === tags.person && word !== undefined && isForeignWord(word.lower)) {
        return tags.none;
      }
      const isName = tag === tags.person && !isDoubtful(read.facts, at);
      const needed =
        isAbroad && isUnlikely(read.facts, at, tag === tags.person)
          ? enough.foreign
          : isName
            ? least.name
            : Math.max(least.other, tag === tags.person ? enough.doubtful : 0);
      if (1 - (nodes[at * tagCount] ?? 1) < needed) return tags.none;
      // In program output a number is classified by shape and key, not by the tagger.
      return tag === tags.other && !isProse ? tags.none : tag;
    });
    return stretchesOf(text, read, found);
  };
}

/**
 * True for a word in names of places, brands or products, or an ordinary one without a name beside it, that no word
 * before announces as a name: not "thanks Charlotte".
 */
function isDoubtful(facts: readonly WordFacts[], at: number): boolean {
  const word = facts[at];
  if (word === undefined) return false;
  if (facts[at - 1]?.cue === cues.name || facts[at - 2]?.cue === cues.name) return false;
  if (word.isThing) return true;
  if (word.role === roles.title) return false;
  return word.isOrdinary && facts[at - 1]?.isName !== true && facts[at + 1]?.isName !== true;
}

function leastFor(text: string, isProse: boolean): Least {
  if (!isProse) return enough.written;
  return /\p{Lu}/u.test(text) ? enough.cased : enough.lower;
}

function likeliest(nodes: Float64Array, at: number): number {
  let best: number = tags.person;
  for (let tag = 2; tag < tagCount; tag += 1) {
    if ((nodes[at * tagCount + tag] ?? 0) > (nodes[at * tagCount + best] ?? 0)) best = tag;
  }
  return best;
}

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

function stretchesOf(
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
