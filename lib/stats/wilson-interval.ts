/** The standard normal's quantile at 0.975. */
const z = 1.959963984540054;

/**
 * Wilson's score interval of a proportion (Wilson 1927), two-sided at 95 %.
 * @param hits from 0 to `of`
 * @returns null where there is nothing to count
 */
export function wilsonInterval(
  hits: number,
  of: number,
): readonly [low: number, high: number] | null {
  if (of === 0) return null;
  const share = hits / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const scale = 1 + (z * z) / of;
  return [Math.max(0, (middle - half) / scale), Math.min(1, (middle + half) / scale)];
}
