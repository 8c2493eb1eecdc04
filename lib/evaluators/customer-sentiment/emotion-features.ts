import { toFeatures, type Features } from "@/lib/learning/features";
import { hashFeature } from "@/lib/learning/hash-feature";
import { wordsOf } from "@/lib/learning/words-of";

/** 2^17 places. */
export const emotionBits = 17;
const negation = /^(?:not?|never|nothing|nobody|without|hardly|cannot|dont|wont|cant|.*n't)$/;
/** How many words a "not" reaches. */
const reach = 3;

/**
 * The words of a message for the reading of feelings: single words and pairs, marked where a "not" stands
 * before them, and runs of three and four letters; all values together are of length 1.
 */
export function emotionFeatures(text: string): Features {
  const places = new Set<number>();
  const add = (name: string) => places.add(hashFeature(name, emotionBits));
  for (const clause of text.split(/[.!?,;:\n]+/)) {
    const words = markNegation(wordsOf(clause));
    words.forEach((word, index) => {
      add(word);
      add(`${words[index - 1] ?? "^"} ${word}`);
    });
  }
  for (const word of wordsOf(text)) {
    const framed = `<${word}>`;
    for (let from = 0; from + 3 <= framed.length; from += 1) {
      add(`#${framed.slice(from, from + 3)}`);
      if (from + 4 <= framed.length) add(`#${framed.slice(from, from + 4)}`);
    }
  }
  if (text.includes("!")) add("!");
  if (/[!?]{2}/.test(text)) add("!!");
  if (/\b[A-Z]{3,} [A-Z]{2,}\b/.test(text)) add("CAPITALS");
  const value = 1 / Math.sqrt(Math.max(1, places.size));
  return toFeatures([...places].map((place) => [place, value]));
}

function markNegation(words: readonly string[]): readonly string[] {
  let left = 0;
  return words.map((word) => {
    const marked = left > 0 ? `NOT_${word}` : word;
    left = negation.test(word) ? reach : left - 1;
    return marked;
  });
}
