/** The hash of an empty text. */
export const emptyHash = 0x811c9dc5;

/** The hash of a text with one more UTF-16 code unit. */
export function addToHash(hash: number, code: number): number {
  return Math.imul(hash ^ code, 0x01000193);
}

/**
 * Hashes a text (FNV-1a over UTF-16 code units), to be continued or turned into an index.
 * @param before the hash of the text before it, of which it is the continuation
 */
export function hashText(text: string, before = emptyHash): number {
  let hash = before;
  for (let index = 0; index < text.length; index += 1) {
    hash = addToHash(hash, text.charCodeAt(index));
  }
  return hash;
}

/**
 * The index below `2^bits` of a hashed text (murmur3's finaliser).
 * @param bits 1 to 31
 */
export function indexOfHash(text: number, bits: number): number {
  let hash = Math.imul(text ^ (text >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & ((1 << bits) - 1);
}

/**
 * The index of a feature below `2^bits`; a model needs no vocabulary.
 * @param bits 1 to 31
 */
export function hashFeature(feature: string, bits: number): number {
  return indexOfHash(hashText(feature), bits);
}
