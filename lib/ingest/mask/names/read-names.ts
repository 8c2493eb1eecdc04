import { bytesOfBase64 } from "@/lib/learning/bytes-of-base64";
import { chainMarginals, type Chain } from "@/lib/learning/chain";
import { readSteps, type StoredModel } from "@/lib/learning/quantise";
import { isInFilter } from "../tagger/lexicon";
import { nameFeatures, nameFeatureWidth, type NameText } from "./name-features";
import type { NameLists } from "./name-lists";
import stored from "./weights.gen.json";

export type StoredNames = {
  /** Bloom filters of first and of last names, and of brands, in base64. */
  readonly first: string;
  readonly last: string;
  readonly brands: string;
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

export function readNameLists({
  first,
  last,
  brands,
  ordinary,
}: Pick<StoredNames, "first" | "last" | "brands" | "ordinary">): NameLists {
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
    isOrdinary: (language, word) => words.get(language)?.has(word) ?? false,
  };
}

let shipped: NameReader | null = null;

/** The reader with the shipped weights, created at first use. */
export function shippedNameReader(): NameReader {
  shipped ??= createNameReader(stored);
  return shipped;
}
