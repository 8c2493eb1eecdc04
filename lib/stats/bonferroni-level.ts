/**
 * The level at which each of several things is held against the others, so that where all are alike, one of them is
 * named in at most one case in twenty (Bonferroni). Intervals of this level say what may be named, not what is drawn.
 * @param count how many are held against the others
 */
export function bonferroniLevel(count: number): number {
  return 1 - 0.05 / Math.max(1, count);
}
