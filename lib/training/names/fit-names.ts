import type { NameText } from "@/lib/ingest/mask/names/name-text";
import {
  nameFeatureBits,
  nameFeatures,
  nameFeatureWidth,
  nameWordPositions,
} from "@/lib/ingest/mask/names/name-features";
import type { NameLists } from "@/lib/ingest/mask/names/name-lists";
import {
  commonFilterBits,
  dictionaryFilterBits,
  nameFilterBits,
  nameTags,
  readNameLists,
  type StoredNames,
} from "@/lib/ingest/mask/names/read-names";
import { storeFilter } from "@/lib/ingest/mask/tagger/lexicon";
import type { Tagging } from "@/lib/ingest/mask/tagger/tagger";
import { fitChain, type ChainExample } from "@/lib/learning/fit-chain";
import { hashFeature } from "@/lib/learning/hash-feature";
import { quantise } from "@/lib/learning/quantise";
import { firstNames, lastNames } from "../known-names";
import { commonKeys, dictionaryKeys } from "./ordinary-words";
import { readBrands, type NameLine } from "./name-lines";

const epochs = 4;
const rate = 0.1;
const seed = 3;
/** Each line is read so often, each time with others of the names unknown, as rare names are. */
const readings = 4;
const unknownShare = 0.15;

/**
 * Fits the reader of names.
 * @param ordinary by language, names that are ordinary words of it
 * @param tag the tagger's reading of a text
 */
export function fitNames(
  lines: readonly NameLine[],
  ordinary: Readonly<Record<string, string>>,
  tag: (text: string) => Tagging | null,
): StoredNames {
  const filters = {
    first: storeFilter(wordsOf(firstNames), nameFilterBits),
    last: storeFilter(wordsOf(lastNames), nameFilterBits),
    brands: storeFilter(readBrands(), nameFilterBits),
    common: storeFilter(commonKeys(), commonFilterBits),
    dictionaries: storeFilter(dictionaryKeys(), dictionaryFilterBits),
    ordinary,
  };
  const lists = readNameLists(filters);
  const examples = Array.from({ length: readings }, (_, reading) => {
    const known = thin(lists, reading);
    return lines.flatMap((line) => exampleOf(line, known, tag) ?? []);
  }).flat();
  const chain = fitChain(examples, {
    tags: nameTags,
    size: 1 << nameFeatureBits,
    width: nameFeatureWidth,
    epochs,
    rate,
    dropped: { positions: nameWordPositions, share: 0.4 },
    seed,
  });
  return {
    ...filters,
    weights: quantise({ intercept: 0, weights: chain.weights }),
    moves: Array.from(chain.moves, (move) => Number(move.toPrecision(6))),
  };
}

function exampleOf(
  { text, language, names }: NameLine,
  lists: NameLists,
  tag: (text: string) => Tagging | null,
): ChainExample | null {
  const read = tag(text);
  if (read === null) return null;
  const given: NameText = { text, language, ...read };
  const count = read.tokens.length;
  const places = new Int32Array(count * nameFeatureWidth);
  const possible = new Uint8Array(count);
  nameFeatures(given, lists, places, possible);
  const allowed = Uint8Array.from(read.tokens, (token, at) => {
    const isName = names.some(([start, end]) => start < token.end && token.start < end);
    return isName && possible[at] !== 1 ? 2 : 1;
  });
  return { places, possible, allowed, weight: 1 };
}

/** Lists that lack a share of their names, others at each reading. */
function thin(lists: NameLists, reading: number): NameLists {
  const isKept = (word: string, kind: string) =>
    hashFeature(`${String(reading)} ${kind} ${word}`, 10) / 1024 >= unknownShare;
  return {
    ...lists,
    isFirst: (word) => lists.isFirst(word) && isKept(word, "first"),
    isLast: (word) => lists.isLast(word) && isKept(word, "last"),
  };
}

function wordsOf(names: readonly string[]): readonly string[] {
  const words = names.flatMap((name) => name.toLowerCase().split(/[ '’-]+/u));
  return [...new Set(words)].filter((word) => word.length > 1).sort();
}
