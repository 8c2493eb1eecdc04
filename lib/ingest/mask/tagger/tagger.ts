import { chainMarginals, type Chain } from "@/lib/learning/chain";
import { readSteps, type StoredModel } from "@/lib/learning/quantise";
import type { TextLanguage } from "@/lib/learning/find-language";
import type { Candidate } from "../text-masker";
import { cues, roles } from "./cues";
import { featureWidth } from "./features";
import { shippedNameReader, type NameReader } from "../names/read-names";
import { joinTokens } from "./join-tokens";
import { readLexicon, type StoredLexicon } from "./lexicon";
import { readInPieces } from "./read-in-pieces";
import { createFactsReader, readTokens, tagCount, tags, type ReadTokens } from "./read-tokens";
import { tokenKinds } from "./tokens";
import type { WordFacts } from "./word-facts";

export type StoredTagger = {
  readonly lexicon: StoredLexicon;
  readonly weights: StoredModel;
  readonly moves: readonly number[];
};

/** Context of a text. */
export type Setting = {
  /** What was asked before it, as bits of `requests`. */
  readonly requested: number;
  /** Whether it is natural language. */
  readonly isProse: boolean;
  /** The language of the conversation before it; null: not known. */
  readonly soFar: string | null;
  readonly language: TextLanguage;
};

/** Finds names, addresses, and numbers that their context and shape show to be personal. */
export type Tagger = (
  text: string,
  known: readonly Candidate[],
  setting: Setting,
) => readonly Candidate[];

/** A probability from which on a name, or anything else, is masked. */
type Least = { readonly name: number; readonly other: number };

/**
 * Probability thresholds for masking: lower if the text has capitals, higher for program output, which holds few
 * names. A missed name is worse than a masked word.
 */
const enough = {
  cased: { name: 0.1, other: 0.2 },
  lower: { name: 0.33, other: 0.4 },
  written: { name: 0.8, other: 0.8 },
  /** For an ordinary word, or one in names of places, brands and products, that nothing announces as a person's. */
  doubtful: 0.5,
  /** For what has a form in another language than English. */
  foreign: 0.97,
};

/** Languages whose names are read. In others only what has a form is found. */
const named: ReadonlySet<string> = new Set([
  "de",
  "fr",
  "es",
  "it",
  "pt",
  "nl",
  "sv",
  "da",
  "no",
  "nb",
  "pl",
  "ca",
  "gl",
  "lb",
  "af",
]);

/** A text's tokens, and how likely each is a person's by the tagger alone. */
export type Tagging = Pick<ReadTokens, "tokens" | "facts"> & { readonly tagged: Float64Array };

/**
 * Creates a tagger from stored weights. It reads a long text in pieces, which bounds memory.
 * @param readNames reads names of other languages, and of English beside it
 */
export function createTagger(stored: StoredTagger, readNames?: NameReader): Tagger {
  const tag = createTagging(stored);
  return readInPieces((text, known, setting) =>
    findIn(text, known, setting, tag, readNames ?? shippedNameReader()),
  );
}

type TokenTags = { readonly read: ReadTokens; readonly nodes: Float64Array };
type Tagged = (text: string, known: readonly Candidate[], requested: number) => TokenTags | null;

function createTagging(stored: StoredTagger): Tagged {
  const facts = createFactsReader(readLexicon(stored.lexicon));
  const steps = readSteps(stored.weights);
  const chain: Chain = {
    tags: tagCount,
    width: featureWidth,
    weights: steps.weights,
    step: steps.step,
    moves: stored.moves,
  };
  let places = new Int32Array(0);
  const allocate = (length: number) => {
    if (places.length < length) places = new Int32Array(2 * length);
    return places;
  };
  return (text, known, requested) => {
    const read = readTokens(text, known, requested, facts, allocate);
    return read === null
      ? null
      : { read, nodes: chainMarginals(chain, read.places, read.possible).nodes };
  };
}

/** Creates what the reader of names is fitted with: the tagger's opinion of a text without a context. */
export function createTaggingReader(stored: StoredTagger): (text: string) => Tagging | null {
  const tag = createTagging(stored);
  return (text) => {
    const tags = tag(text, [], 0);
    return tags === null ? null : taggingOf(tags);
  };
}

function taggingOf({ read: { tokens, facts }, nodes }: TokenTags): Tagging {
  const tagged = Float64Array.from(tokens, (_, at) => nodes[at * tagCount + tags.person] ?? 0);
  return { tokens, facts, tagged };
}

function findIn(
  text: string,
  known: readonly Candidate[],
  { requested, isProse, language }: Setting,
  tag: Tagged,
  readNames: NameReader,
): readonly Candidate[] {
  const tagged = tag(text, known, requested);
  if (tagged === null) return [];
  const { read, nodes } = tagged;
  const { code, isSure } = language;
  const isAbroad = isSure && code !== "en";
  const isRead = isAbroad ? code !== null && named.has(code) : hasPerson(tagged);
  const names =
    isProse && isRead ? readNames({ text, language: code ?? "", ...taggingOf(tagged) }) : null;
  const least = leastFor(text, isProse);
  const limits = limitsFor(text, !isSure && code !== "en");
  const found = read.tokens.map((token, at) => {
    if (token.kind === tokenKinds.mark || read.possible[at] === 1) return tags.none;
    const tag = likeliest(nodes, at);
    // In program output a number is classified by shape and key, not by the tagger.
    if (tag === tags.other && !isProse) return tags.none;
    const share = 1 - (nodes[at * tagCount] ?? 1);
    const name = names?.[at] ?? 0;
    if (!isAbroad) {
      const isVetoed =
        tag === tags.person && names !== null && bestInRun(nodes, names, at) < limits.vetoed;
      return isVetoed || share < neededFor(tag, read.facts, at, least) ? tags.none : tag;
    }
    if (name >= limits.name) return tags.person;
    return share >= enough.foreign && hasForm(tagged, at, tag) ? tag : tags.none;
  });
  return joinTokens(text, read, found);
}

/** The reader's probability of the likeliest name among the tokens beside one that the tagger takes for a person's, too. */
function bestInRun(nodes: Float64Array, names: Float64Array, at: number): number {
  let best = names[at] ?? 0;
  for (const step of [-1, 1])
    for (let near = at + step; isPerson(nodes, near); near += step)
      best = Math.max(best, names[near] ?? 0);
  return best;
}

function isPerson(nodes: Float64Array, at: number): boolean {
  return (nodes[at * tagCount + tags.person] ?? 0) >= personLeast;
}

/** Whether the tagger takes any token for a person's. */
function hasPerson({ read: { tokens }, nodes }: TokenTags): boolean {
  return tokens.some((_, at) => isPerson(nodes, at));
}

const personLeast = 0.05;

/**
 * Probabilities by the reader of names: from which on a word of another language is a name, and below which what the
 * tagger takes for a name is none where the language is English or not sure. Texts without capitals show less.
 */
function limitsFor(text: string, isUnsure: boolean) {
  const hasCapitals = /\p{Lu}/u.test(text);
  return hasCapitals
    ? { name: 0.5, vetoed: isUnsure ? 0.2 : 0.1 }
    : { name: 0.5, vetoed: isUnsure ? 0.05 : 0 };
}

/** The probability that a tag needs in English. */
function neededFor(tag: number, facts: readonly WordFacts[], at: number, least: Least): number {
  if (tag !== tags.person) return least.other;
  return isDoubtful(facts, at) ? Math.max(least.other, enough.doubtful) : least.name;
}

/** Whether a token is personal by its form in any language: a number, or a word of an address beside one. */
function hasForm({ read: { tokens }, nodes }: TokenTags, at: number, tag: number): boolean {
  if (tag === tags.other) return tokens[at]?.kind !== tokenKinds.word;
  if (tag !== tags.address) return false;
  for (let near = Math.max(0, at - reach); near <= at + reach; near += 1) {
    const kind = tokens[near]?.kind;
    const isNumber = kind === tokenKinds.number || kind === tokenKinds.mixed;
    if (isNumber && likeliest(nodes, near) === tags.address) return true;
  }
  return false;
}

const reach = 3;

/**
 * True for a word in names of places, brands or products, or an ordinary one without a name beside it, that no word
 * before announces as a name: not "thanks Charlotte".
 */
function isDoubtful(facts: readonly WordFacts[], at: number): boolean {
  const word = facts[at];
  if (word === undefined) return false;
  if (facts[at - 1]?.cue === cues.name || facts[at - 2]?.cue === cues.name) return false;
  if (word.isThing) return true;
  if (word.role === roles.title) return false;
  return word.isOrdinary && facts[at - 1]?.isName !== true && facts[at + 1]?.isName !== true;
}

function leastFor(text: string, isProse: boolean): Least {
  if (!isProse) return enough.written;
  return /\p{Lu}/u.test(text) ? enough.cased : enough.lower;
}

function likeliest(nodes: Float64Array, at: number): number {
  let best: number = tags.person;
  for (let tag = 2; tag < tagCount; tag += 1) {
    if ((nodes[at * tagCount + tag] ?? 0) > (nodes[at * tagCount + best] ?? 0)) best = tag;
  }
  return best;
}
