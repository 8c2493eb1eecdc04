import { isKnownName, isKnownThing, readLexicon, type Lexicon } from "./lexicon";
import { createTagger, type Tagger } from "./tagger";
import stored from "./weights.gen.json";

let tagger: Tagger | null = null;
let lexicon: Lexicon | null = null;

/** The tagger with the shipped weights, created at first use. */
export function shippedTagger(): Tagger {
  tagger ??= createTagger(stored);
  return tagger;
}

/** A word in the shipped lexicon. */
export type KnownWord = {
  readonly isName: boolean;
  /** Part of the name of a place, brand or product. */
  readonly isThing: boolean;
  /** How common it is otherwise, from 1; 0 for a rare word. */
  readonly rank: number;
};

/** How a lower-case word stands in the shipped lexicon. */
export function lookUpWord(word: string): KnownWord {
  lexicon ??= readLexicon(stored.lexicon);
  return {
    isName: isKnownName(lexicon, word),
    isThing: isKnownThing(lexicon, word),
    rank: lexicon.ranks.get(word) ?? 0,
  };
}
