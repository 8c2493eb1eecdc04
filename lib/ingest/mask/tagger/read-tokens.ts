import type { Candidate } from "../text-masker";
import { requests } from "./cues";
import { featuresOf, featureWidth, mayBePersonal, type TaggedText } from "./features";
import { hashWord, type Lexicon } from "./lexicon";
import { tokenKinds, tokensOf, type Token } from "./tokens";
import { factsOf, type WordFacts } from "./word-facts";

/** Tags of a token: not personal, name, address, other personal data. */
export const tags = { none: 0, person: 1, address: 2, other: 3 } as const;
export const tagCount = 4;
const anyTag = 15;

/** A text's tokens, with features of those that may be personal data. */
export type ReadTokens = {
  readonly tokens: readonly Token[];
  readonly facts: readonly WordFacts[];
  readonly places: Int32Array;
  /** Per token the allowed tags as bits. */
  readonly possible: Uint8Array;
};

/** Looks up a token's facts, memoised. */
export type FactsReader = (text: string, start: number, end: number, kind: number) => WordFacts;

type Known = { readonly word: string; readonly facts: WordFacts };

/** @param lexicon facts about single words; memoised with a bound */
export function createFactsReader(lexicon: Lexicon): FactsReader {
  const known: (Known | undefined)[] = new Array<undefined>(1 << 16).fill(undefined);
  return (text, start, end, kind) => {
    let hash = 0x811c9dc5;
    for (let at = start; at < end; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
    }
    const slot = (hash ^ (hash >>> 16)) & 0xffff;
    const found = known[slot];
    if (found?.word.length === end - start && text.startsWith(found.word, start)) {
      return found.facts;
    }
    const word = text.slice(start, end);
    const facts = factsOf(word, kind, lexicon);
    known[slot] = { word, facts };
    return facts;
  };
}

/**
 * Tokenises a text and computes features.
 * @param known stretches found before, in order
 * @param requested what the message before it asks for, as bits of `requests`
 * @param allocate returns a list of the given length; it may be reused if the result is not kept
 * @returns null if nothing can be personal data
 */
export function readTokens(
  text: string,
  known: readonly Candidate[],
  requested: number,
  factsReader: FactsReader,
  allocate: (length: number) => Int32Array = (length) => new Int32Array(length),
): ReadTokens | null {
  const tokens = tokensOf(text, known);
  const possible = new Uint8Array(tokens.length).fill(1);
  const open = new Uint8Array(tokens.length);
  const facts = tokens.map((token, at) => {
    if (token.kind === tokenKinds.mark) {
      const tag = tagOfType(token.type);
      possible[at] = 1 << tag;
      return pseudonymFacts[tag] ?? factsReader("", 0, 0, token.kind);
    }
    const own = factsReader(text, token.start, token.end, token.kind);
    if (mayBePersonal(token, own)) {
      possible[at] = anyTag;
      open[at] = 1;
    }
    return own;
  });
  if (!open.includes(1)) return null;
  const given: TaggedText = { text, tokens, facts, requested: requested & ~requests.secret };
  return {
    tokens,
    facts,
    places: featuresOf(given, open, allocate(tokens.length * featureWidth)),
    possible,
  };
}

const pseudonymFacts = ["none", "person", "address", "other"].map((name): WordFacts => {
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
    isThing: false,
    role: 0,
    cue: 0,
    isOrdinary: false,
    isPlain: false,
  };
});

function tagOfType(type: string): number {
  if (type === "PERSON" || type === "NAME" || type === "PERSON_NAME") return tags.person;
  if (type === "ADDRESS" || type === "STREET_ADDRESS" || type === "LOCATION") return tags.address;
  return tags.other;
}
