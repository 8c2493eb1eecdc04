import { cues, roles } from "./cues";
import { mix } from "./lexicon";
import { tokenKinds, type Token } from "./tokens";
import type { WordFacts } from "./word-facts";

/** Features per token, and the base-two logarithm of the feature space. */
export const featureWidth = 36;
export const placeBits = 16;

/** Positions of lexical features: dropped at random in training, so that no single word dominates. */
export const wordPositions: ReadonlySet<number> = new Set([1, 2, 3, 4, 25]);

/** A text's tokens with their facts and context. */
export type TaggedText = {
  readonly text: string;
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
  /** What the message before it asks for: bits of `requests`. */
  readonly requested: number;
};

const edge = 97;
const far = 8;

/**
 * The features of every token that may be personal data.
 * @param open 1 per token to compute features for
 * @param places receives `featureWidth` indices per token; -1 is none
 * @returns `places`
 */
export function featuresOf(given: TaggedText, open: Uint8Array, places: Int32Array): Int32Array {
  const { text, tokens, facts, requested } = given;
  const count = tokens.length;
  const size = sizeOf(count);
  const style = styleOf(facts);
  const digits = digitRuns(tokens);
  const common = Math.round((4 * countCommon(facts)) / Math.max(1, count));
  const cueBefore = lastCues(facts, 1);
  const cueAfter = lastCues(facts, -1);
  for (let at = 0; at < count; at += 1) {
    if (open[at] !== 1) {
      places.fill(-1, at * featureWidth, (at + 1) * featureWidth);
      continue;
    }
    const own = facts[at];
    if (own === undefined) continue;
    const before = facts[at - 1];
    const after = facts[at + 1];
    const before2 = facts[at - 2];
    const after2 = facts[at + 2];
    const known = knownOf(own);
    const knownBefore = before === undefined ? edge : knownOf(before);
    const knownAfter = after === undefined ? edge : knownOf(after);
    const word1 = before?.word ?? edge;
    const word2 = before2?.word ?? edge;
    const next1 = after?.word ?? edge;
    const next2 = after2?.word ?? edge;
    const gap = gapOf(text, tokens[at - 1]?.end ?? 0, tokens[at]?.start ?? 0);
    const gapAfter = gapOf(text, tokens[at]?.end ?? 0, tokens[at + 1]?.start ?? text.length);
    const place = Math.min(3, at);
    const slot = at * featureWidth;
    places[slot] = featureIndex(1, 0, 0, 0);
    places[slot + 1] = featureIndex(2, own.word, 0, 0);
    places[slot + 2] = featureIndex(3, own.tail3, 0, 0);
    places[slot + 3] = featureIndex(4, own.tail2, own.rank, 0);
    places[slot + 4] = featureIndex(5, own.head, 0, 0);
    places[slot + 5] = featureIndex(6, own.shape, style, 0);
    places[slot + 6] = featureIndex(7, known, own.shape, 0);
    places[slot + 7] = featureIndex(8, word1, 0, 0);
    places[slot + 8] = featureIndex(9, next1, 0, 0);
    places[slot + 9] = featureIndex(10, word2, own.rank, 0);
    places[slot + 10] = featureIndex(11, next2, own.rank, 0);
    places[slot + 11] = featureIndex(12, word1, word2, 0);
    places[slot + 12] = featureIndex(13, next1, next2, 0);
    places[slot + 13] = featureIndex(14, before?.shape ?? edge, own.shape, after?.shape ?? edge);
    places[slot + 14] = featureIndex(15, knownBefore, known, knownAfter);
    places[slot + 15] = featureIndex(16, word1, own.shape, gap);
    places[slot + 16] = featureIndex(17, word1, known, 0);
    places[slot + 17] = featureIndex(18, knownBefore, known, gap);
    places[slot + 18] = featureIndex(19, known, knownAfter, gapAfter);
    places[slot + 19] = featureIndex(20, size, place, known);
    places[slot + 20] = featureIndex(21, size, own.shape, common);
    places[slot + 21] = featureIndex(22, size, known, common);
    places[slot + 22] = featureIndex(23, cueBefore[at] ?? 0, own.shape, own.rank);
    places[slot + 23] = featureIndex(24, cueBefore[at] ?? 0, known, size);
    places[slot + 24] = featureIndex(25, cueAfter[at] ?? 0, own.shape, 0);
    places[slot + 25] = featureIndex(26, own.word, word1, 0);
    places[slot + 26] = featureIndex(27, style, known, gap);
    places[slot + 27] = featureIndex(28, requested, known, size);
    places[slot + 28] = featureIndex(29, requested, own.shape, size);
    places[slot + 29] = featureIndex(30, digits[at] ?? 0, size, common);
    places[slot + 30] = featureIndex(31, digits[at] ?? 0, word1, 0);
    places[slot + 31] = featureIndex(32, gap, own.shape, own.rank);
    places[slot + 32] = featureIndex(33, own.role, before?.role ?? edge, after?.role ?? edge);
    places[slot + 33] = featureIndex(34, next1, own.shape, known);
    places[slot + 34] = featureIndex(35, gapAfter, own.shape, own.rank);
    places[slot + 35] = featureIndex(36, own.isName ? 1 : 0, own.shape, gap * 32 + gapAfter);
  }
  return places;
}

/** The index of a feature's weight: a hash of its template and values. */
function featureIndex(template: number, one: number, two: number, three: number): number {
  const sum =
    Math.imul(one, 0x9e3779b1) ^
    Math.imul(two + 0x3c6ef372, 0x85ebca77) ^
    Math.imul(three + 0x1b873593, 0xc2b2ae3d);
  return mix(sum + Math.imul(template, 0x27d4eb2f)) & ((1 << placeBits) - 1);
}

function countCommon(facts: readonly WordFacts[]): number {
  let count = 0;
  for (const { rank } of facts) if (rank > 1) count += 1;
  return count;
}

function knownOf({ rank, isName, isThing, role }: WordFacts): number {
  return rank + (isName ? 8 : 0) + role * 16 + (isThing ? 256 : 0);
}

function sizeOf(count: number): number {
  if (count <= 4) return count;
  return count <= 8 ? 5 : count <= 20 ? 6 : 7;
}

/** 0 without any capitals, 1 with some, 2 with words in capitals. */
function styleOf(facts: readonly WordFacts[]): number {
  let style = 0;
  for (const { shape } of facts) {
    if (shape === 5) return 2;
    if (shape === 2 || shape === 6 || shape === 8 || shape === 9) style = 1;
  }
  return style;
}

/** Number of digits in the run of numbers that a token belongs to, including short gaps. */
function digitRuns(tokens: readonly Token[]): Uint8Array {
  const runs = new Uint8Array(tokens.length);
  let first = -1;
  let digits = 0;
  for (let at = 0; at <= tokens.length; at += 1) {
    const token = tokens[at];
    const isNumber = token?.kind === tokenKinds.number;
    const joins = first >= 0 && isNumber && token.start - (tokens[at - 1]?.end ?? 0) <= 3;
    if (first >= 0 && !joins) {
      runs.fill(Math.min(20, digits) + 1, first, at);
      first = -1;
      digits = 0;
    }
    if (token === undefined || !isNumber) continue;
    if (first < 0) first = at;
    digits += token.end - token.start;
  }
  return runs;
}

/** Per token the nearest cue within reach on one side with its distance, as one number. */
function lastCues(facts: readonly WordFacts[], step: 1 | -1): Uint8Array {
  const found = new Uint8Array(facts.length);
  let cue: number = cues.none;
  let distance = far;
  for (let count = 0; count < facts.length; count += 1) {
    const at = step === 1 ? count : facts.length - 1 - count;
    found[at] = distance >= far ? 0 : cue * 3 + (distance < 2 ? 0 : distance < 4 ? 1 : 2);
    const own = facts[at];
    distance += 1;
    if (own !== undefined && own.cue !== cues.none) {
      cue = own.cue;
      distance = 0;
    }
  }
  return found;
}

/** The text between two tokens as a small number. */
function gapOf(text: string, from: number, to: number): number {
  if (to <= from) return 0;
  const first = text.charCodeAt(from);
  if (to === from + 1) return first === 32 ? 1 : signOf(first);
  for (let at = from; at < to; at += 1) {
    const code = text.charCodeAt(at);
    if (code === 10) return 2;
    if (code !== 32) return 20 + signOf(code);
  }
  return 1;
}

function signOf(code: number): number {
  if (code === 44) return 3;
  if (code === 46 || code === 33 || code === 63) return 4;
  if (code === 58) return 5;
  if (code === 45) return 6;
  if (code === 35) return 7;
  if (code === 36 || code > 8000) return 8;
  if (code === 39 || code === 34) return 9;
  if (code === 47 || code === 92) return 10;
  if (code === 40 || code === 41) return 11;
  if (code === 42) return 12;
  return code === 10 ? 2 : 13;
}

/** A longer run of letters is nobody's name: padding, or text without spaces. */
const lettersMost = 24;

/** True if a token's kind, length or role allows personal data: not for ids and pseudonyms. */
export function mayBePersonal(token: Token, { isPlain, role }: WordFacts): boolean {
  if (token.kind === tokenKinds.id || token.kind === tokenKinds.mark) return false;
  if (token.kind === tokenKinds.word && token.end - token.start > lettersMost) return false;
  return !isPlain || role === roles.street;
}
