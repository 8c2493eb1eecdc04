export type SeededRandom = {
  /** A number ≥ 0 and < `below`. */
  readonly below: (below: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly shuffle: <T>(list: readonly T[]) => T[];
  /** Lower-case hexadecimal digits, never all zero. */
  readonly hex: (digits: number) => string;
};

/** A deterministic random source (mulberry32). */
export function seededRandom(seed: number): SeededRandom {
  let state = seed >>> 0;
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  }
  const below = (limit: number) => Math.floor(next() * limit);
  function pick<T>(list: readonly T[]): T {
    const picked = list[below(list.length)];
    if (picked === undefined) throw new Error("There is nothing to pick from.");
    return picked;
  }
  function shuffle<T>(list: readonly T[]): T[] {
    return list
      .map((item) => ({ item, key: next() }))
      .sort((a, b) => a.key - b.key)
      .map(({ item }) => item);
  }
  const hex = (digits: number) =>
    Array.from({ length: digits }, (_, index) => (index === 0 ? 1 : below(16)).toString(16)).join(
      "",
    );
  return { below, pick, shuffle, hex };
}
