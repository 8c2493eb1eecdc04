import { nameLanguages } from "@/lib/domain/privacy/name-languages";
import { bytesOfBase64 } from "@/lib/learning/bytes-of-base64";
import { chainMarginals, type Chain } from "@/lib/learning/chain";
import { readSteps, type StoredModel } from "@/lib/learning/quantise";
import { isInFilter } from "../tagger/lexicon";
import { nameFeatures, nameFeatureWidth } from "./name-features";
import type { NameText } from "./name-text";
import type { NameLists } from "./name-lists";
import stored from "./weights.gen.json";

export type StoredNames = {
  /** Bloom filters of first and of last names, and of brands, in base64. */
  readonly first: string;
  readonly last: string;
  readonly brands: string;
  /** Bloom filters of languages' common words and of those in their dictionaries, see `wordKey`. */
  readonly common: string;
  readonly dictionaries: string;
  /** By language, names that are ordinary words of it. */
  readonly ordinary: Readonly<Record<string, string>>;
  readonly weights: StoredModel;
  readonly moves: readonly number[];
};

/** What is read of a text's tokens. */
export type ReadNames = {
  /** How likely each is a word of a person's name, 0 to 1. */
  readonly likely: Float64Array;
  /** What lists say of each, as `listings`. */
  readonly listed: Uint8Array;
  /** 1 for each that lists have as a first name, 2 as a last name, 3 as both. */
  readonly kinds: Uint8Array;
};

export type NameReader = (given: NameText) => ReadNames;

/** Tags of a token: no name, a word of a name. */
export const nameTags = 2;
export const nameFilterBits = 18;
export const commonFilterBits = 20;
export const dictionaryFilterBits = 23;

/** What filters hold for a word of a language. */
export function wordKey(language: string, word: string): string {
  return `${language} ${word}`;
}

/** What the filter of common words holds, too, for one that is very common. */
export function veryCommonKey(language: string, word: string): string {
  return `${language} very ${word}`;
}

/** Creates a reader of names from stored weights. */
export function createNameReader(names: StoredNames): NameReader {
  const lists = readNameLists(names);
  const { weights, step } = readSteps(names.weights);
  const chain: Chain = {
    tags: nameTags,
    width: nameFeatureWidth,
    weights,
    step,
    moves: names.moves,
  };
  return (given) => {
    const count = given.tokens.length;
    const places = new Int32Array(count * nameFeatureWidth);
    const possible = new Uint8Array(count);
    const { listed, kinds } = nameFeatures(given, lists, places, possible);
    const { nodes } = chainMarginals(chain, places, possible);
    const likely = Float64Array.from({ length: count }, (_, at) => nodes[at * nameTags + 1] ?? 0);
    return { likely, listed, kinds };
  };
}

/** Languages whose common words are listed. */
const listed: ReadonlySet<string> = new Set(nameLanguages);

export function readNameLists({
  first,
  last,
  brands,
  common,
  dictionaries,
  ordinary,
}: Omit<StoredNames, "weights" | "moves">): NameLists {
  const [ofCommon, ofDictionaries] = [bytesOfBase64(common), bytesOfBase64(dictionaries)];
  const [firstNames, lastNames, ofBrands] = [first, last, brands].map(bytesOfBase64);
  const isIn = (filter: Uint8Array | undefined, word: string) =>
    filter !== undefined && word.length > 1 && isInFilter(filter, word, nameFilterBits);
  const words = new Map(
    Object.entries(ordinary).map(([code, list]) => [code, new Set(list.split(" "))]),
  );
  return {
    isFirst: (word) => isIn(firstNames, word),
    isLast: (word) => isIn(lastNames, word),
    isBrand: (word) => isIn(ofBrands, word),
    rankOf: (language, word) => {
      if (!listed.has(language)) return 2;
      if (isInFilter(ofCommon, wordKey(language, word), commonFilterBits))
        return isInFilter(ofCommon, veryCommonKey(language, word), commonFilterBits) ? 3 : 2;
      return isInFilter(ofDictionaries, wordKey(language, word), dictionaryFilterBits) ? 1 : 0;
    },
    isOrdinary: (language, word) => words.get(language)?.has(word) ?? false,
  };
}

let shipped: NameReader | null = null;

/** The reader with the shipped weights, created at first use. */
export function shippedNameReader(): NameReader {
  shipped ??= createNameReader(stored);
  return shipped;
}
