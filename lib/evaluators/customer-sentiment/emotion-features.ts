import type { Features } from "@/lib/learning/features";
import { hashFeature, hashText, indexOfHash } from "@/lib/learning/hash-feature";
import { createPlaceSet } from "@/lib/learning/place-set";
import { ofWord, readWords } from "@/lib/learning/read-words";
import { feelingKinds, feelingOf, findFeelings, type WordFeeling } from "./feeling-words";

const bits = 17;
/** Words and letter n-grams are hashed into the first indices. */
export const hashedPlaces = 1 << bits;
/** After them one index per pair of emotion kinds; a kind paired with itself stands for that kind. */
export const emotionSize = hashedPlaces + feelingKinds * feelingKinds;
/** Value of an emotion-kind feature; small, so that its weight is on the scale of word weights. */
const kindValue = 0.1;
const negation = /^(?:not?|never|nothing|nobody|without|hardly|cannot|dont|wont|cant|.*n't)$/;
/** How many words a negation applies to. */
const reach = 3;

/**
 * Features of a message's emotion: unigrams and bigrams with negation marked, letter 3- and
 * 4-grams, beginning and ending, normalised together to length 1; and the emotion kinds of its
 * words, single and in pairs.
 */
export function emotionFeatures(text: string): Features {
  const plain = hasLongRun(text) ? text.replaceAll(/([a-z])\1{2,}/gi, "$1$1") : text;
  const { words, clauses } = readWords(plain);
  const facts = words.map(factsOf);
  addWords(facts, clauses);
  for (const { letters } of facts) hashed.addAll(letters);
  addShape(plain, facts);
  const named = hashed.take();
  const kinds = feelingPlaces(findFeelings(plain, facts));
  const places = new Int32Array(named.length + kinds.length);
  places.set(named);
  places.set(kinds, named.length);
  const values = new Float64Array(places.length).fill(1 / Math.sqrt(Math.max(1, named.length)));
  values.fill(kindValue, named.length);
  return { places, values };
}

/** Whether any character stands three times in a row, in any case: cheaper than the pattern, which few texts need. */
function hasLongRun(text: string): boolean {
  let [last, times] = [0, 0];
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) | lowerCaseBit;
    times = letter === last ? times + 1 : 1;
    if (times === 3) return true;
    last = letter;
  }
  return false;
}

const lowerCaseBit = 32;

const hashed = createPlaceSet(hashedPlaces);

function add(name: string): void {
  hashed.add(hashFeature(name, bits));
}

const hashOf = { start: hashText("^"), negated: hashText("NOT_") };

/** Adds each word and each pair, "word" or "NOT_word", without building the texts that are hashed. */
function addWords(words: readonly WordFacts[], clauses: readonly number[]): void {
  let [left, before, clause] = [0, 0, 0];
  for (const [index, { word, isNegation, plain, negated }] of words.entries()) {
    if (index === clauses[clause]) {
      [left, before] = [0, hashOf.start];
      clause += 1;
    }
    const isNegated = left > 0;
    left = isNegation ? reach : left - 1;
    const term = isNegated ? negated : plain;
    const beside = hashText(" ", before);
    const pair = hashText(word, isNegated ? hashText("NOT_", beside) : beside);
    hashed.add(term.place);
    hashed.add(indexOfHash(pair, bits));
    before = term.hash;
  }
}

/** A word, "word" or "NOT_word", as a feature. */
type Term = { readonly hash: number; readonly place: number };

function termOf(hash: number): Term {
  return { hash, place: indexOfHash(hash, bits) };
}

type WordFacts = {
  readonly word: string;
  readonly isNegation: boolean;
  readonly plain: Term;
  readonly negated: Term;
  /** Indices of its letter 3- and 4-grams. */
  readonly letters: readonly number[];
  readonly feeling: WordFeeling;
};

const factsOf = ofWord((word, hash): WordFacts => {
  const framed = `<${word}>`;
  const letters: number[] = [];
  for (let from = 0; from + 3 <= framed.length; from += 1) {
    letters.push(hashFeature(`#${framed.slice(from, from + 3)}`, bits));
    if (from + 4 <= framed.length) {
      letters.push(hashFeature(`#${framed.slice(from, from + 4)}`, bits));
    }
  }
  return {
    word,
    isNegation: negation.test(word),
    plain: termOf(hash),
    negated: termOf(hashText(word, hashOf.negated)),
    letters,
    feeling: feelingOf(word),
  };
});

/** Binary features, each with the signs of which any text that has it has one; null for capitals. */
const shapes: readonly (readonly [string, RegExp, string | null])[] = [
  ["!", /!/, "!"],
  ["!!", /[!?]{2}/, "!?"],
  ["CAPITALS", /\b[A-Z]{3,} [A-Z]{2,}\b/, null],
  ["CAPITAL", /\b[A-Z]{3,}\b/, null],
  ["?", /\?/, "?"],
  ["?$", /\?\s*$/, "?"],
  ["...", /\.\.\.|…/, ".…"],
  [":)", /[:;]-?[)D]/, ":;"],
  [":(", /:-?\(|:\//, ":"],
];

function addShape(text: string, facts: readonly WordFacts[]): void {
  const hasCapitals = /[A-Z]{3}/.test(text);
  for (const [name, shape, signs] of shapes) {
    const isPossible = signs === null ? hasCapitals : hasSign(text, signs);
    if (isPossible && shape.test(text)) add(name);
  }
  if (/[^\0-\x7f]/.test(text)) {
    for (const each of text.match(/\p{Extended_Pictographic}/gu) ?? []) add(`picture ${each}`);
  }
  const wordsOf = (some: readonly WordFacts[]) => some.map(({ word }) => word).join(" ");
  add(`words ${String(Math.min(6, Math.floor(Math.log2(facts.length + 1))))}`);
  add(`^^${wordsOf(facts.slice(0, 2))}`);
  add(`$$${wordsOf(facts.slice(-2))}`);
}

function hasSign(text: string, signs: string): boolean {
  for (const sign of signs) if (text.includes(sign)) return true;
  return false;
}

function feelingPlaces(kinds: readonly number[]): readonly number[] {
  const places: number[] = [];
  for (const [index, one] of kinds.entries()) {
    for (let other = index; other < kinds.length; other += 1) {
      places.push(hashedPlaces + one * feelingKinds + (kinds[other] ?? 0));
    }
  }
  return places;
}
