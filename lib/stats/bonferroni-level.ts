/**
 * Bonferroni-corrected confidence level of each of several comparisons: if all groups are alike, one is found to
 * deviate in at most one case in twenty. For decisions, not for drawn intervals.
 * @param count number of comparisons
 */
export function bonferroniLevel(count: number): number {
  return 1 - 0.05 / Math.max(1, count);
}
