/**
 * Draws whole numbers by chance, the same ones for the same seed: figures must not change between two
 * readings. The generator is xorshift of 32 bits (Marsaglia 2003, Journal of Statistical Software 8:14).
 * @param seed any but 0
 * @returns a number from 0 up to its argument, which is below 2³²
 */
export function seededDraws(seed: number): (limit: number) => number {
  let state = seed >>> 0 || 1;
  return (limit) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return Math.floor(((state >>> 0) / 2 ** 32) * limit);
  };
}
