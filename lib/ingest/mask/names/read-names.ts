import { bytesOfBase64 } from "@/lib/learning/bytes-of-base64";
import { chainMarginals, type Chain } from "@/lib/learning/chain";
import { readSteps, type StoredModel } from "@/lib/learning/quantise";
import { isInFilter } from "../tagger/lexicon";
import { nameFeatures, nameFeatureWidth, type NameText } from "./name-features";
import type { NameLists } from "./name-lists";
import stored from "./weights.gen.json";

export type StoredNames = {
  /** Bloom filters of first and of last names, in base64. */
  readonly first: string;
  readonly last: string;
  /** By language, names that are ordinary words of it. */
  readonly ordinary: Readonly<Record<string, string>>;
  readonly weights: StoredModel;
  readonly moves: readonly number[];
};

/** How likely each token is a word of a person's name, 0 to 1. */
export type NameReader = (given: NameText) => Float64Array;

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
    nameFeatures(given, lists, places, possible);
    const { nodes } = chainMarginals(chain, places, possible);
    return Float64Array.from({ length: count }, (_, at) => nodes[at * nameTags + 1] ?? 0);
  };
}

export function readNameLists({
  first,
  last,
  ordinary,
}: Pick<StoredNames, "first" | "last" | "ordinary">): NameLists {
  const [firstNames, lastNames] = [bytesOfBase64(first), bytesOfBase64(last)];
  const words = new Map(
    Object.entries(ordinary).map(([code, list]) => [code, new Set(list.split(" "))]),
  );
  return {
    isFirst: (word) => word.length > 1 && isInFilter(firstNames, word, nameFilterBits),
    isLast: (word) => word.length > 1 && isInFilter(lastNames, word, nameFilterBits),
    isOrdinary: (language, word) => words.get(language)?.has(word) ?? false,
  };
}

let shipped: NameReader | null = null;

/** The reader with the shipped weights, created at first use. */
export function shippedNameReader(): NameReader {
  shipped ??= createNameReader(stored);
  return shipped;
}
