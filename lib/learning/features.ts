/** A sparse vector: non-zero values, each index once, in any order. */
export type Features = {
  readonly places: Int32Array;
  readonly values: Float64Array;
};

/** Builds a sparse vector; values of equal indices are added. */
export function toFeatures(entries: Iterable<readonly [place: number, value: number]>): Features {
  const sums = new Map<number, number>();
  for (const [place, value] of entries) sums.set(place, (sums.get(place) ?? 0) + value);
  return { places: Int32Array.from(sums.keys()), values: Float64Array.from(sums.values()) };
}

/** A dense vector as features. */
export function denseFeatures(numbers: readonly number[]): Features {
  return { places: Int32Array.from(numbers.keys()), values: Float64Array.from(numbers) };
}
