import { bytesOfBase64 } from "@/lib/learning/bytes-of-base64";

/** Facts about single words, independent of context. */
export type Lexicon = {
  /** Frequency rank of lower-case words in ordinary speech: 1 to 7; rarer words are missing. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Very common words that are never personal data. */
  readonly plain: ReadonlySet<string>;
  /** Further words of service talk that are written in lower case and name nobody. */
  readonly ordinary: ReadonlySet<string>;
  /** First and last names as a Bloom filter, with a few false positives. */
  readonly names: Uint8Array;
  /** Words in names of places, brands and products as a Bloom filter. */
  readonly things: Uint8Array;
};

export type StoredLexicon = {
  /** Words by rank, from 1, each list as one text. */
  readonly ranks: readonly string[];
  readonly plain: string;
  readonly ordinary: string;
  /** Bloom filters in base64. */
  readonly names: string;
  readonly things: string;
};

const nameFilterBits = 19;
const thingFilterBits = 18;

/** Serialises a lexicon for its data file. */
export function storeLexicon(
  ranks: ReadonlyMap<string, number>,
  { plain, ordinary }: { readonly plain: readonly string[]; readonly ordinary: readonly string[] },
  { names, things }: { readonly names: readonly string[]; readonly things: readonly string[] },
): StoredLexicon {
  const most = Math.max(1, ...ranks.values());
  return {
    ranks: Array.from({ length: most }, (_, index) =>
      [...ranks.keys()]
        .filter((word) => ranks.get(word) === index + 1)
        .sort()
        .join(" "),
    ),
    plain: plain.toSorted().join(" "),
    ordinary: ordinary.toSorted().join(" "),
    names: storeFilter(names, nameFilterBits),
    things: storeFilter(things, thingFilterBits),
  };
}

/** Stores words as a Bloom filter of two hashes, in base64. @param size its bits, as a logarithm to base two */
export function storeFilter(words: readonly string[], size: number): string {
  const filter = new Uint8Array((1 << size) / 8);
  for (const word of words) {
    for (const bit of bitsOf(word, size)) {
      filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
  }
  return btoa([...filter].map((byte) => String.fromCharCode(byte)).join(""));
}

/** Parses a stored lexicon. */
export function readLexicon({ ranks, plain, ordinary, names, things }: StoredLexicon): Lexicon {
  return {
    ranks: new Map(
      ranks.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
    ),
    plain: new Set(plain.split(" ")),
    ordinary: new Set(ordinary.split(" ")),
    names: bytesOfBase64(names),
    things: bytesOfBase64(things),
  };
}

/** True for a name, in lower case. */
export function isKnownName({ names }: Lexicon, word: string): boolean {
  return isInFilter(names, word, nameFilterBits);
}

/** True for a word in the name of a place, brand or product, in lower case. */
export function isKnownThing({ things }: Lexicon, word: string): boolean {
  return isInFilter(things, word, thingFilterBits);
}

/** True for a word that was stored; false positives are rare. @param size see `storeFilter` */
export function isInFilter(filter: Uint8Array, word: string, size: number): boolean {
  const [one, other] = bitsOf(word, size);
  return hasBit(filter, one) && hasBit(filter, other);
}

function hasBit(filter: Uint8Array, bit: number): boolean {
  return ((filter[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0;
}

function bitsOf(word: string, size: number): readonly [number, number] {
  const mask = (1 << size) - 1;
  const one = hashWord(word);
  return [one & mask, (mix(one) >>> 3) & mask];
}

/** A word's 32 bits (FNV-1a over UTF-16 code units). */
export function hashWord(word: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < word.length; index += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(index), 0x01000193);
  }
  return mix(hash);
}

/** Mixes 32 bits (murmur3's finaliser). */
export function mix(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}
