import { keysOf } from "@/lib/domain/keys-of";

/** A deterministic random source. */
export type Chance = {
  /** An integer ≥ 0 and < `limit`. */
  readonly below: (limit: number) => number;
  /** An integer from `least` to `most`, inclusive. */
  readonly between: (least: number, most: number) => number;
  readonly happens: (probability: number) => boolean;
  readonly pick: <T>(list: readonly T[]) => T;
  /** Weighted choice among [value, weight] entries. */
  readonly weigh: <T>(entries: readonly (readonly [T, number])[]) => T;
  readonly shuffle: <T>(list: readonly T[]) => T[];
  /** Lower-case hexadecimal digits, the first never zero. */
  readonly hex: (digits: number) => string;
  /** Decimal digits, the first never zero. */
  readonly digits: (count: number) => string;
  /** An independent source, determined by this one's seed and the label alone. */
  readonly fork: (label: string) => Chance;
};

/** Creates a random source from a seed (mulberry32). */
export function createChance(seed: number): Chance {
  const next = mulberry(seed);
  const below = (limit: number) => Math.floor(next() * limit);
  const between = (least: number, most: number) => least + below(most - least + 1);
  const pick = <T>(list: readonly T[]): T => required(list[below(list.length)]);
  const digit = (index: number, base: number) =>
    (index === 0 ? between(1, base - 1) : below(base)).toString(base);
  const row = (count: number, base: number) =>
    Array.from({ length: count }, (_, index) => digit(index, base)).join("");
  return {
    below,
    between,
    happens: (probability) => next() < probability,
    pick,
    weigh: (entries) => pickWeighted(entries, next()),
    shuffle: (list) =>
      list
        .map((item) => ({ item, key: next() }))
        .sort((one, other) => one.key - other.key)
        .map(({ item }) => item),
    hex: (count) => row(count, 16),
    digits: (count) => row(count, 10),
    fork: (label) => createChance(hashOf(`${seed}:${label}`)),
  };
}

function mulberry(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Entries for `weigh`, in the order in which the weights are written. */
export function entriesOf<Key extends string>(
  weights: Readonly<Record<Key, number>>,
): readonly (readonly [Key, number])[] {
  return keysOf(weights).map((key) => [key, weights[key]]);
}

function pickWeighted<T>(entries: readonly (readonly [T, number])[], at: number): T {
  const total = entries.reduce((sum, [, weight]) => sum + weight, 0);
  let left = at * total;
  for (const [value, weight] of entries) {
    left -= weight;
    if (left < 0) return value;
  }
  return required(entries.at(-1))[0];
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}

function required<T>(value: T | undefined): T {
  if (value === undefined) throw new Error("There is nothing to pick from.");
  return value;
}
