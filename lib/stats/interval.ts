/** The two ends of an interval of values that the data are compatible with. */
export type Interval = readonly [low: number, high: number];

/** Cuts an interval to what the figure can be. */
export function cutTo([low, high]: Interval, least: number, most: number): Interval {
  const cut = (value: number) => Math.min(most, Math.max(least, value));
  return [cut(low), cut(high)];
}
