/** Features that are not 0, each place once, in no order that means anything. */
export type Features = {
  readonly places: Int32Array;
  readonly values: Float64Array;
};

/** Collects features by place; what is named twice adds up. */
export function toFeatures(entries: Iterable<readonly [place: number, value: number]>): Features {
  const sums = new Map<number, number>();
  for (const [place, value] of entries) sums.set(place, (sums.get(place) ?? 0) + value);
  return { places: Int32Array.from(sums.keys()), values: Float64Array.from(sums.values()) };
}

/** The features of a short list of numbers, each at its own position. */
export function denseFeatures(numbers: readonly number[]): Features {
  return { places: Int32Array.from(numbers.keys()), values: Float64Array.from(numbers) };
}
