/** Facts about single words, independent of context. */
export type Lexicon = {
  /** Frequency rank of lower-case words in ordinary speech: 1 to 7; rarer words are missing. */
  readonly ranks: ReadonlyMap<string, number>;
  /** Very common words that are never personal data. */
  readonly plain: ReadonlySet<string>;
  /** First and last names as a Bloom filter, with a few false positives. */
  readonly names: Uint8Array;
};

export type StoredLexicon = {
  /** Words by rank, from 1, each list as one text. */
  readonly ranks: readonly string[];
  readonly plain: string;
  /** Bloom filter in base64. */
  readonly names: string;
};

const filterBits = 19;

/** Serialises a lexicon for its data file. */
export function storeLexicon(
  ranks: ReadonlyMap<string, number>,
  plain: readonly string[],
  names: readonly string[],
): StoredLexicon {
  const filter = new Uint8Array((1 << filterBits) / 8);
  for (const name of names) {
    for (const bit of bitsOf(name)) filter[bit >> 3] = (filter[bit >> 3] ?? 0) | (1 << (bit & 7));
  }
  const most = Math.max(1, ...ranks.values());
  return {
    ranks: Array.from({ length: most }, (_, index) =>
      [...ranks.keys()]
        .filter((word) => ranks.get(word) === index + 1)
        .sort()
        .join(" "),
    ),
    plain: plain.toSorted().join(" "),
    names: btoa(
      String.fromCharCode(...[]) + [...filter].map((byte) => String.fromCharCode(byte)).join(""),
    ),
  };
}

/** Parses a stored lexicon. */
export function readLexicon({ ranks, plain, names }: StoredLexicon): Lexicon {
  return {
    ranks: new Map(
      ranks.flatMap((words, index) => words.split(" ").map((word) => [word, index + 1] as const)),
    ),
    plain: new Set(plain.split(" ")),
    names: Uint8Array.from(atob(names), (char) => char.charCodeAt(0)),
  };
}

/** True for a name, in lower case. */
export function isKnownName({ names }: Lexicon, word: string): boolean {
  return bitsOf(word).every((bit) => ((names[bit >> 3] ?? 0) & (1 << (bit & 7))) !== 0);
}

function bitsOf(word: string): readonly [number, number] {
  const mask = (1 << filterBits) - 1;
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
