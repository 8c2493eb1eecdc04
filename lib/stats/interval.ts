/** The ends of a confidence interval. */
export type Interval = readonly [low: number, high: number];

/** Clamps an interval to the figure's range. */
export function cutTo([low, high]: Interval, least: number, most: number): Interval {
  const cut = (value: number) => Math.min(most, Math.max(least, value));
  return [cut(low), cut(high)];
}
