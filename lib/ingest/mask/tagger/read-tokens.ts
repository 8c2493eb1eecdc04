import type { Candidate } from "../text-masker";
import { asks } from "./cues";
import { mayBePersonal, featuresOf, type TaggedText } from "./features";
import { hashWord, type Lexicon } from "./lexicon";
import { tokenKinds, tokensOf, type Token } from "./tokens";
import { factsOf, type WordFacts } from "./word-facts";

/** The tags of a token: nobody's, part of a name, part of an address, another piece of personal data. */
export const tags = { none: 0, person: 1, address: 2, other: 3 } as const;
export const tagCount = 4;
const anyTag = 15;

/** A text cut into tokens, with the features of those that may be personal data. */
export type ReadTokens = {
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
  readonly places: Int32Array;
  /** For each token the bits of the tags it may have. */
  readonly possible: Uint8Array;
};

/** Looks a token's facts up, remembered by whoever makes it. */
export type FactsReader = (text: string, kind: number) => WordFacts;

/** @param lexicon what is known of single words; facts are remembered while there are not too many */
export function createFactsReader(lexicon: Lexicon): FactsReader {
  const most = 40_000;
  const known = new Map<string, WordFacts>();
  return (text, kind) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= most) known.clear();
    const facts = factsOf(text, kind, lexicon);
    known.set(text, facts);
    return facts;
  };
}

/**
 * Reads a text's tokens.
 * @param known stretches that were found already, in order
 * @param asked what the message before it asks for, as bits of `asks`
 * @returns null where nothing in it could be personal data
 */
export function readTokens(
  text: string,
  known: readonly Candidate[],
  asked: number,
  factsReader: FactsReader,
): ReadTokens | null {
  const tokens = tokensOf(text, known);
  const possible = new Uint8Array(tokens.length).fill(1);
  const open = new Uint8Array(tokens.length);
  const facts = tokens.map((token, at) => {
    if (token.kind === tokenKinds.mark) {
      const tag = tagOfType(token.type);
      possible[at] = 1 << tag;
      return markFacts[tag] ?? factsReader("", token.kind);
    }
    const own = factsReader(text.slice(token.start, token.end), token.kind);
    if (mayBePersonal(token, own)) {
      possible[at] = anyTag;
      open[at] = 1;
    }
    return own;
  });
  if (!open.includes(1)) return null;
  const given: TaggedText = { text, tokens, facts, asked: asked & ~asks.secret };
  return { tokens, facts, places: featuresOf(given, open), possible };
}

const markFacts = ["none", "person", "address", "other"].map((name): WordFacts => {
  const word = hashWord(`<${name}>`);
  return {
    lower: name,
    word,
    head: word,
    tail2: word,
    tail3: word,
    shape: 10,
    rank: 0,
    isName: false,
    role: 0,
    cue: 0,
    isPlain: false,
  };
});

function tagOfType(type: string): number {
  if (type === "PERSON" || type === "NAME" || type === "PERSON_NAME") return tags.person;
  if (type === "ADDRESS" || type === "STREET_ADDRESS" || type === "LOCATION") return tags.address;
  return tags.other;
}
