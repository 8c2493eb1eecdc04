/**
 * Ranges of keys, both ends included, that cover some keys.
 * @param keys ascending, with repeats
 * @param gap the largest distance of neighbours within a range
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
