import { hashWord, isKnownName, isKnownThing, type Lexicon } from "./lexicon";
import { cueOf, roleOf } from "./cues";
import { tokenKinds } from "./tokens";

/** Facts about a token independent of context, as small numbers. */
export type WordFacts = {
  readonly lower: string;
  readonly word: number;
  readonly head: number;
  readonly tail2: number;
  readonly tail3: number;
  /** Case and length of words, or number of digits. */
  readonly shape: number;
  /** 0 to 7. */
  readonly rank: number;
  readonly isName: boolean;
  /** A word in the name of a place, brand or product. */
  readonly isThing: boolean;
  /** A known word that is no name, or one that is formed as English words are: "downgrading". */
  readonly isOrdinary: boolean;
  /** Name, part of an address, month…: see `roleOf`. */
  readonly role: number;
  /** See `cueOf`. */
  readonly cue: number;
  readonly isPlain: boolean;
};

const formed =
  /^\p{Lu}.{3,}(?:[^eln]ly|[ae]lly|[^mnrw]ing|[ts]ions?|ility|ness|ments?|able|ible|ious|less)$/u;

/**
 * Computes a token's facts.
 * @param kind one of `tokenKinds`
 */
export function factsOf(text: string, kind: number, lexicon: Lexicon): WordFacts {
  const lower = text.toLowerCase().replace("’", "'");
  const bare = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  const rank = Math.max(lexicon.ranks.get(lower) ?? 0, lexicon.ranks.get(bare) ?? 0);
  const isWord = kind === tokenKinds.word;
  const shape = shapeOf(text, kind);
  const isName = isWord && bare.length > 1 && isKnownName(lexicon, bare);
  return {
    lower,
    word: isWord ? hashWord(bare) : shape,
    head: isWord ? hashWord(bare.slice(0, 3)) : shape,
    tail2: isWord ? hashWord(bare.slice(-2)) : shape,
    tail3: isWord ? hashWord(bare.slice(-3)) : shape,
    shape,
    rank,
    isName,
    isThing: isWord && bare.length > 1 && isKnownThing(lexicon, bare),
    isOrdinary:
      isWord &&
      !isName &&
      bare.length > 2 &&
      (rank > 0 || lexicon.ordinary.has(bare) || isFormed(text, lexicon)),
    role: isWord ? roleOf(bare) : 0,
    cue: isWord ? cueOf(bare) : 0,
    isPlain: isWord && lexicon.plain.has(lower),
  };
}

function isFormed(word: string, lexicon: Lexicon): boolean {
  const singular = word.endsWith("s") ? word.slice(0, -1).toLowerCase() : "";
  return lexicon.ranks.has(singular) || lexicon.ordinary.has(singular) || formed.test(word);
}

const digitsMost = 20;

/**
 * 1 to 9 for words by case and length, from 20 for digits by their count, from 50 for letters and
 * digits together.
 */
function shapeOf(text: string, kind: number): number {
  if (kind === tokenKinds.mark) return 10;
  if (kind === tokenKinds.id) return 11;
  if (kind === tokenKinds.number) return 20 + Math.min(digitsMost, text.length);
  if (kind === tokenKinds.mixed) {
    const digits = text.replace(/\P{N}/gu, "").length;
    const letters = text.length - digits;
    const startsWithDigit = /^\p{N}/u.test(text) ? 1 : 0;
    return 50 + Math.min(6, digits) * 14 + Math.min(6, letters) * 2 + startsWithDigit;
  }
  if (text.length === 1) return text === text.toLowerCase() ? 1 : 2;
  if (text === text.toLowerCase()) return text.length > 9 ? 3 : 4;
  if (text === text.toUpperCase()) return text.length > 3 ? 5 : 6;
  const first = text.charAt(0);
  if (first === first.toLowerCase()) return 7;
  return text.slice(1) === text.slice(1).toLowerCase() ? 8 : 9;
}
