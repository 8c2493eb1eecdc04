import { chainMarginals, type Chain } from "@/lib/learning/chain";
import { readSteps, type StoredModel } from "@/lib/learning/quantise";
import type { TextLanguage } from "@/lib/learning/find-language";
import type { Candidate } from "../text-masker";
import { cues, roles } from "./cues";
import { featureWidth } from "./features";
import { shippedNameReader, type NameReader, type ReadNames } from "../names/read-names";
import { letterBeyondAscii } from "@/lib/learning/other-script";
import { isForeignFunctionWord, isFunctionWord } from "@/lib/learning/function-words";
import { nameLanguages } from "@/lib/domain/privacy/name-languages";
import { isTitle } from "../names/cue-before";
import { hasForm, likeliest, type TokenTags } from "./has-form";
import { listings } from "../names/name-features";
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
  /** Whether it instructs a model, and may give it a name. */
  readonly isInstructions: boolean;
  /** Whether it stands under a party's key and has a full name's form: what is a name in it is all of it. */
  readonly isFullName: boolean;
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

/** Languages that the reader of names is fitted to, beside English. */
const fitted: ReadonlySet<string> = new Set(nameLanguages.filter((code) => code !== "en"));
/** Those close to them, whose names are read where a list has them. In all others only what has a form is found. */
const related: ReadonlySet<string> = new Set("sv da no nb pl ca gl lb af".split(" "));

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
  const isRelated = code !== null && related.has(code);
  const isRead = isAbroad ? isRelated || (code !== null && fitted.has(code)) : hasPerson(tagged);
  const names =
    isProse && isRead
      ? readNames({
          text,
          language: languageOfNames(text, language),
          ...taggingOf(tagged),
          // Elsewhere the reader is asked only of what the tagger may take for a person's.
          ...(isAbroad ? {} : { least: personLeast }),
        })
      : null;
  const least = leastFor(text, isProse);
  // Of names in lower case the reader knows little; in what reads like another language both must say that they are.
  const isUnsure = code !== null && code !== "en";
  const mayVeto = hasCapital(text) || (requested === 0 && isUnsure);
  const vetoed = vetoedBelow(text, tagged, code);
  const found = read.tokens.map((token, at) => {
    if (token.kind === tokenKinds.mark || read.possible[at] === 1) return tags.none;
    const tag = likeliest(nodes, at);
    // In program output a number is classified by shape and key, not by the tagger.
    if (tag === tags.other && !isProse) return tags.none;
    const lower = read.facts[at]?.lower ?? "";
    if (tag === tags.person && code !== "en" && isFunctionWord(lower, code ?? "")) return tags.none;
    if ((isAbroad && isForeignFunctionWord(lower)) || isTitle(lower)) return tags.none;
    const share = 1 - (nodes[at * tagCount] ?? 1);
    const name = names?.likely[at] ?? 0;
    if (!isAbroad) {
      const isVetoed =
        tag === tags.person && mayVeto && names !== null && isUnlikely(nodes, names, at, vetoed);
      if (
        mayVeto &&
        name >= nameLimits.added &&
        isPerson(nodes, at) &&
        !isDoubtful(read.facts, at)
      ) {
        return tags.person;
      }
      // What nothing but words say to be an address may be any words of a language that is not known.
      if (isUnsure && tag === tags.address && !hasForm(text, tagged, at, tag)) return tags.none;
      return isVetoed || share < neededFor(tag, read.facts, at, least) ? tags.none : tag;
    }
    if (name >= nameLimits.name && (!isRelated || isListed(names, at))) return tags.person;
    return share >= enough.foreign && hasForm(text, tagged, at, tag) ? tag : tags.none;
  });
  return joinTokens(text, read, found, requested);
}

/** The language to read names in: what is hardly one word of another, a name alone for one, is read as English. */
function languageOfNames(text: string, { code, isSure }: TextLanguage): string {
  if (code === null) return "";
  return isSure || fitted.has(code) || letterBeyondAscii.test(text) ? code : "en";
}

/** Below which the reader's opinion keeps what the tagger takes for a name, by what lists say of it. */
function vetoedBelow(text: string, { read }: TokenTags, code: string | null): readonly number[] {
  if (code === "en") return nameLimits.vetoed;
  const isForeign = read.facts.some(({ lower }) => isForeignFunctionWord(lower));
  return hasCapital(text) || isForeign ? nameLimits.vetoedUnsure : nameLimits.vetoedLower;
}

/**
 * Whether the reader takes neither a token nor one beside it that the tagger takes for a person's, too, for a name; of a
 * first name and a last name side by side the tagger is believed, and of a first name where it is certain.
 */
function isUnlikely(
  nodes: Float64Array,
  { likely, listed, kinds }: ReadNames,
  at: number,
  vetoed: readonly number[],
): boolean {
  let best = likely[at] ?? 0;
  let listing: number = listed[at] ?? listings.other;
  let least = shareOfPerson(nodes, at);
  const run = [kinds[at] ?? 0];
  for (const step of [-1, 1]) {
    for (let near = at + step; isPerson(nodes, near); near += step) {
      best = Math.max(best, likely[near] ?? 0);
      listing = Math.max(listing, listed[near] ?? 0);
      least = Math.min(least, shareOfPerson(nodes, near));
      run.push(kinds[near] ?? 0);
    }
  }
  // "Mia Hilton": of a first name and what may be a brand the tagger is believed where it is certain.
  const isCertain = run.length > 1 && least >= certain && listing === listings.name;
  return !isFullName(run) && !isCertain && best < (vetoed[listing] ?? 0);
}

/** Whether words hold a first name and another that is a last name. @param kinds see `ReadNames` */
function isFullName(kinds: readonly number[]): boolean {
  return kinds.some(
    (one, at) => (one & 1) !== 0 && kinds.some((other, place) => place !== at && (other & 2) !== 0),
  );
}

function isPerson(nodes: Float64Array, at: number): boolean {
  return shareOfPerson(nodes, at) >= personLeast;
}

function shareOfPerson(nodes: Float64Array, at: number): number {
  return nodes[at * tagCount + tags.person] ?? 0;
}

const certain = 0.95;

/** Whether the tagger takes any token for a person's. */
function hasPerson({ read: { tokens }, nodes }: TokenTags): boolean {
  return tokens.some((_, at) => isPerson(nodes, at));
}

const personLeast = 0.05;

/**
 * Probabilities by the reader of names: from which on a word of another language is a name; from which on it is one in
 * English, too, where the tagger does not exclude a person; and, by what lists say of it, below which what the tagger takes for a
 * name is none where the language is English or not sure. English without capitals shows too little for that.
 */
const nameLimits = {
  name: 0.5,
  added: 0.6,
  vetoed: [0.3, 0.2, 0.05],
  vetoedUnsure: [0.5, 0.4, 0.15],
  vetoedLower: [0.05, 0.05, 0.02],
} as const;

/** Whether lists have a word, or one beside it that is likely a name too, as a name and as nothing else. */
function isListed(names: ReadNames | null, at: number): boolean {
  if (names === null) return false;
  const { likely, listed } = names;
  if (listed[at] === listings.name) return true;
  return [-1, 1].some(
    (step) => (likely[at + step] ?? 0) >= nameLimits.name && listed[at + step] === listings.name,
  );
}

/** The probability that a tag needs in English. */
function neededFor(tag: number, facts: readonly WordFacts[], at: number, least: Least): number {
  if (tag !== tags.person) return least.other;
  return isDoubtful(facts, at) ? Math.max(least.other, enough.doubtful) : least.name;
}

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
  return hasCapital(text) ? enough.cased : enough.lower;
}

function hasCapital(text: string): boolean {
  return /\p{Lu}/u.test(text);
}
