/**
 * The index of a feature below `2^bits` (FNV-1a over UTF-16 code units, then murmur3's finaliser); a model needs no
 * vocabulary.
 * @param bits 1 to 31
 */
export function hashFeature(feature: string, bits: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1) {
    hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) & ((1 << bits) - 1);
}
