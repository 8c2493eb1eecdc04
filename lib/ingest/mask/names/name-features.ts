import { ownEntry } from "@/lib/domain/own-entry";
import { hashWord, mix } from "../tagger/lexicon";
import { tokenKinds, type Token } from "../tagger/tokens";
import type { WordFacts } from "../tagger/word-facts";
import { cueBefore } from "./cue-before";
import { isFunctionWord, particles } from "@/lib/learning/function-words";
import type { NameLists } from "./name-lists";
import type { NameText } from "./name-text";
import { runFrom, type Known, type KnownAt, type Run } from "./name-runs";

/** Features per token, and the base-two logarithm of the feature space. */
export const nameFeatureWidth = 39;
export const nameFeatureBits = 16;
/** Positions of single words and their endings: dropped at random in training. */
export const nameWordPositions: ReadonlySet<number> = new Set([27, 28, 29, 30, 31]);

/** Languages whose nouns have capitals, those of the North, of the South, and others. */
const groups: Readonly<Record<string, number>> = {
  ...{ de: 1, lb: 1, en: 2, nl: 3, af: 3, sv: 3, da: 3, no: 3, nb: 3 },
  ...{ es: 4, fr: 5, it: 4, pt: 4, ca: 4, gl: 4 },
};
const lettersMost = 24;

/** Whether a token may be a word of a name: no function word but for what stands in names. */
function mayBeName(
  token: Token | undefined,
  own: WordFacts | undefined,
  language: string,
): boolean {
  return (
    token?.kind === tokenKinds.word &&
    own !== undefined &&
    own.lower.length <= lettersMost &&
    (particles.has(own.lower) || !isFunctionWord(own.lower, language))
  );
}

/** Which tokens are read: of those that may be part of a name every unbroken stretch with a wanted one. */
function areRead({ tokens, facts, language, tagged, least = 0 }: NameText): Uint8Array {
  const read = new Uint8Array(tokens.length);
  let [start, isWanted] = [0, false];
  for (let at = 0; at <= tokens.length; at += 1) {
    if (mayBeName(tokens[at], facts[at], language)) {
      isWanted ||= (tagged[at] ?? 0) >= least;
      continue;
    }
    if (isWanted) read.fill(1, start, at);
    [start, isWanted] = [at + 1, false];
  }
  return read;
}

/**
 * What tells whether tokens are words of people's names: their form, the lists that have them, what announces them,
 * their neighbours, and the tagger's opinion.
 * @param places receives `nameFeatureWidth` indices per token; -1 is none
 * @param possible receives 3 per token that may be part of a name, else 1
 * @returns what lists say of each token, as `listings`, and 1 for first names, 2 for last names, 3 for both
 */
export function nameFeatures(
  given: NameText,
  lists: NameLists,
  places: Int32Array,
  possible: Uint8Array,
): { readonly listed: Uint8Array; readonly kinds: Uint8Array } {
  const { text, tokens, facts, language } = given;
  const group = ownEntry(groups, language) ?? 0;
  const style = styleOf(facts);
  const listed = new Uint8Array(tokens.length);
  const kinds = new Uint8Array(tokens.length);
  const memory: (Known | undefined)[] = tokens.map(() => undefined);
  const known: KnownAt = (at) =>
    at in memory ? (memory[at] ??= knownOf(given, lists, at, style)) : undefined;
  const read = areRead(given);
  let run: Run | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const base = at * nameFeatureWidth;
    places.fill(-1, base, base + nameFeatureWidth);
    possible[at] = 1;
    if (read[at] === 0) continue;
    const [own, here] = [facts[at], known(at)];
    if (own === undefined || here === undefined) continue;
    possible[at] = 3;
    if (
      run === null ||
      at > run.last ||
      (at === run.first + 1 && known(run.first)?.list === 32 && run.last === run.first)
    )
      run = runFrom(given, known, at);
    const { list, form } = here;
    const { cue, line } = run;
    const others = othersIn(facts, known, run, at);
    const place = Math.min(2, at - run.first) * 4 + Math.min(3, run.last - run.first);
    const after = afterOf(text, tokens, at);
    const share = Math.floor((given.tagged[at] ?? 0) * 4.99);
    const [before1, next1] = [facts[at - 1]?.word ?? 1, facts[at + 1]?.word ?? 2];
    const [left, right] = [known(at - 1)?.list ?? 99, known(at + 1)?.list ?? 99];
    let slot = base;
    const add = (one: number, two = 0, three = 0) => {
      places[slot] = indexOf(slot - base, one, two, three);
      slot += 1;
    };
    add(form);
    add(list);
    add(form, list);
    add(group, form, list);
    add(cue);
    add(cue, list);
    add(cue, form);
    add(cue, form, list);
    add(group, cue, form);
    add(others);
    add(others, list);
    add(others, form, group);
    add(place, form);
    add(place, list);
    add(after);
    add(after, cue);
    add(after, list, place);
    add(share);
    add(share, list);
    add(share, form, group);
    add(share, group, cue);
    add(line);
    add(line, list);
    add(own.rank, group, form);
    add(here.rank, form, list);
    add(here.rank, cue, group);
    add(known(at + 1)?.rank ?? 0, share, list);
    add(before1, form);
    add(next1);
    add(hashWord(own.lower.slice(-2)), group);
    add(hashWord(own.lower.slice(-3)));
    add(own.word, group);
    add(left, list, right);
    add(left, list, form);
    add(right, list, form);
    add(share, others, cue);
    const own_ = at === run.first ? cue : cueBefore(given, at);
    add(own_, list);
    add(own_, form, list);
    add(own_, cue, group);
    listed[at] = listingOf(list);
    kinds[at] = list < 32 ? list & 3 : 0;
  }
  return { listed, kinds };
}

/** What lists say of a word: something else than a name, also where it is one; nothing; a name alone. */
export const listings = { other: 0, none: 1, name: 2 } as const;

function listingOf(list: number): number {
  if (list === 0) return listings.none;
  return isNameOnly(list) ? listings.name : listings.other;
}

/** Whether lists have a word as a name, and neither as an ordinary word, a thing's nor a brand's. */
function isNameOnly(list: number): boolean {
  return list < 32 && (list & 3) !== 0 && (list & 28) === 0;
}

function indexOf(template: number, one: number, two: number, three: number): number {
  const sum =
    Math.imul(one + 1, 0x9e3779b1) ^
    Math.imul(two + 0x3c6ef372, 0x85ebca77) ^
    Math.imul(three + 0x1b873593, 0xc2b2ae3d);
  return mix(sum + Math.imul(template + 1, 0x27d4eb2f)) & ((1 << nameFeatureBits) - 1);
}

function knownOf(given: NameText, lists: NameLists, at: number, style: number): Known {
  const own = given.facts[at];
  if (own === undefined || given.tokens[at]?.kind !== tokenKinds.word)
    return { list: 98, rank: 0, form: 0, isCapital: false, isInRun: false };
  const { lower, shape, isThing, rank } = own;
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const ofNames = (lists.isFirst(bare) ? 1 : 0) + (lists.isLast(bare) ? 2 : 0);
  const common = isElided(given, at) ? 3 : lists.rankOf(given.language, lower);
  const isCommon = ofNames === 0 ? common > 0 : lists.isOrdinary(given.language, bare);
  const list =
    ofNames +
    ((given.language === "en" ? rank > 1 : isCommon) ? 4 : 0) +
    (isThing ? 8 : 0) +
    (lists.isBrand(bare) ? 16 : 0);
  const isCapital = shape === 2 || (shape >= 5 && shape <= 9 && shape !== 7);
  const size = isCapital ? (shape === 5 || shape === 6 ? 2 : 1) : 0;
  const isFunction = isFunctionWord(lower, given.language);
  return {
    list: isFunction ? (particles.has(lower) ? 32 : 33) : list,
    rank: common,
    form:
      1 + size + 3 * style + 9 * (isStart(given, at) ? 1 : 0) + 18 * (lower.length === 1 ? 1 : 0),
    isCapital,
    isInRun: !isFunction || particles.has(lower),
  };
}

/** Whether a word lost its last vowel before the next, as Italian and French ones do: "dov'è", "jusqu'à". */
function isElided({ text, tokens, language }: NameText, at: number): boolean {
  if (language !== "it" && language !== "fr") return false;
  const end = tokens[at]?.end ?? text.length;
  return tokens[at + 1]?.start === end + 1 && /['’]/.test(text.charAt(end));
}

/** What the other words of a run are, as bits, and which of them stand beside. */
function othersIn(
  facts: readonly WordFacts[],
  known: KnownAt,
  { first, last }: Run,
  at: number,
): number {
  let bits = 0;
  for (let other = first; other <= last; other += 1) {
    const { list = 0 } = known(other) ?? {};
    if (other === at || list >= 32 || facts[other]?.lower.length === 1) continue;
    if (isNameOnly(list)) bits |= other < at ? 1 : 2;
    else if ((list & 3) !== 0) bits |= other < at ? 4 : 8;
    else bits |= 16;
    if ((list & 1) !== 0) bits |= 32;
  }
  return bits;
}

/** 0 no capitals, 1 capitals here and there, 2 mostly words in capitals. */
function styleOf(facts: readonly WordFacts[]): number {
  let [lower, upper, hasCapital] = [0, 0, false];
  for (const { shape } of facts) {
    if (shape === 3 || shape === 4) lower += 1;
    if (shape === 5 || shape === 6) upper += 1;
    if (shape === 2 || shape === 8 || shape === 9) hasCapital = true;
  }
  if (upper > lower) return 2;
  return hasCapital || upper > 0 ? 1 : 0;
}

/** Whether a sentence, a line or a quotation begins with a token. */
function isStart({ text, tokens }: NameText, at: number): boolean {
  const from = tokens[at - 1]?.end ?? 0;
  const to = tokens[at]?.start ?? 0;
  if (at === 0) return true;
  for (let place = from; place < to; place += 1)
    if (opening.includes(text.charAt(place))) return true;
  return false;
}

const opening = '.!?\n:"“„«»()–—•';

/** The sign after a token as a number; what follows it is a word, something else, a new line or nothing. */
function afterOf(text: string, tokens: readonly Token[], at: number): number {
  const end = tokens[at]?.end ?? text.length;
  const next = tokens[at + 1];
  const gap = text.slice(end, next?.start ?? text.length).slice(0, 4);
  const sign = gap.trim().charCodeAt(0) || 0;
  const kind =
    next === undefined ? 3 : gap.includes("\n") ? 2 : next.kind === tokenKinds.word ? 0 : 1;
  return sign * 4 + kind;
}
