/**
 * Ranges of keys, both ends included, that have all of some keys.
 * @param keys ascending; some may be there twice
 * @param gap two keys at most so far apart are in the same range
 */
export function rangesOf(
  keys: readonly number[],
  gap: number,
): readonly (readonly [from: number, to: number])[] {
  const ranges: [number, number][] = [];
  for (const key of keys) {
    const last = ranges.at(-1);
    if (last !== undefined && key - last[1] <= gap) last[1] = key;
    else ranges.push([key, key]);
  }
  return ranges;
}
