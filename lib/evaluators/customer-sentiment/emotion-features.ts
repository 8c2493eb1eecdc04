import type { Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { createPlaceSet } from "@/lib/learning/place-set";
import { rememberWords } from "@/lib/learning/remember-words";
import { wordsOf } from "@/lib/learning/words-of";
import { feelingKinds, findFeelings } from "./feeling-words";

const bits = 17;
/** Words and letters are hashed into the first places. */
export const hashedPlaces = 1 << bits;
/** After them stand the kinds of feeling, each beside each; a kind beside itself is that kind. */
export const emotionSize = hashedPlaces + feelingKinds * feelingKinds;
/** What one kind of feeling counts; small, so that its weight is as large as those of words. */
const kindValue = 0.1;
const negation = /^(?:not?|never|nothing|nobody|without|hardly|cannot|dont|wont|cant|.*n't)$/;
const isNegation = rememberWords((word) => negation.test(word));
/** How many words a "not" reaches. */
const reach = 3;

/**
 * What a message shows of a feeling: single words and pairs, marked where a "not" stands before them, runs
 * of three and four letters, how it begins and ends, which together are of length 1; and which kinds of
 * feeling its words are of, alone and two at a time.
 */
export function emotionFeatures(text: string): Features {
  const plain = text.replaceAll(/([a-z])\1{2,}/gi, "$1$1");
  const clauses = plain.split(/[.!?,;:\n]+/).map(wordsOf);
  const words = clauses.flat();
  for (const clause of clauses) addWords(clause);
  for (const word of words) for (const place of letterPlaces(word)) hashed.add(place);
  addShape(plain, words);
  const named = hashed.take();
  const kinds = feelingPlaces(findFeelings(plain, words));
  const places = new Int32Array(named.length + kinds.length);
  places.set(named);
  places.set(kinds, named.length);
  const values = new Float64Array(places.length).fill(1 / Math.sqrt(Math.max(1, named.length)));
  values.fill(kindValue, named.length);
  return { places, values };
}

const hashed = createPlaceSet(hashedPlaces);

function add(name: string): void {
  hashed.add(hashFeature(name, bits));
}

function addWords(words: readonly string[]): void {
  let [left, before] = [0, "^"];
  for (const word of words) {
    const marked = left > 0 ? `NOT_${word}` : word;
    left = isNegation(word) ? reach : left - 1;
    add(marked);
    add(`${before} ${marked}`);
    before = marked;
  }
}

/** The places of a word's runs of three and four letters. */
const letterPlaces = rememberWords((word): readonly number[] => {
  const framed = `<${word}>`;
  const places: number[] = [];
  for (let from = 0; from + 3 <= framed.length; from += 1) {
    places.push(hashFeature(`#${framed.slice(from, from + 3)}`, bits));
    if (from + 4 <= framed.length) {
      places.push(hashFeature(`#${framed.slice(from, from + 4)}`, bits));
    }
  }
  return places;
});

/** Marks that are there or not. */
const shapes: readonly (readonly [string, RegExp])[] = [
  ["!", /!/],
  ["!!", /[!?]{2}/],
  ["CAPITALS", /\b[A-Z]{3,} [A-Z]{2,}\b/],
  ["CAPITAL", /\b[A-Z]{3,}\b/],
  ["?", /\?/],
  ["?$", /\?\s*$/],
  ["...", /\.\.\.|…/],
  [":)", /[:;]-?[)D]/],
  [":(", /:-?\(|:\//],
];

function addShape(text: string, words: readonly string[]): void {
  for (const [name, shape] of shapes) if (shape.test(text)) add(name);
  for (const each of text.match(/\p{Extended_Pictographic}/gu) ?? []) add(`picture ${each}`);
  add(`words ${String(Math.min(6, Math.floor(Math.log2(words.length + 1))))}`);
  add(`^^${words.slice(0, 2).join(" ")}`);
  add(`$$${words.slice(-2).join(" ")}`);
}

function feelingPlaces(kinds: readonly number[]): readonly number[] {
  return kinds.flatMap((one, index) =>
    kinds.slice(index).map((other) => hashedPlaces + one * feelingKinds + other),
  );
}
