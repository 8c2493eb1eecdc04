import { isKnownName, readLexicon, type Lexicon } from "./lexicon";
import { createTagger, type Tagger } from "./tagger";
import stored from "./weights.gen.json";

let tagger: Tagger | null = null;
let lexicon: Lexicon | null = null;

/** The tagger with the shipped weights, created at first use. */
export function shippedTagger(): Tagger {
  tagger ??= createTagger(stored);
  return tagger;
}

/** How a lower-case word stands in the shipped lexicon: whether it is a name, and how common it is otherwise. */
export function lookUpWord(word: string): { readonly isName: boolean; readonly rank: number } {
  lexicon ??= readLexicon(stored.lexicon);
  return { isName: isKnownName(lexicon, word), rank: lexicon.ranks.get(word) ?? 0 };
}
