import type { Estimate } from "./standardise";

/**
 * Kish's design effect of clusters (Kish 1965, section 5.4, for unequal sizes as in Donner, Birkett and Buck 1981):
 * by how much clustering inflates the variance of a share, 1 + (Σm² ∕ Σm − 1) ρ. Things divided by it are as many
 * independent ones.
 * @param sizes of the clusters, each at least 1
 * @param correlation within a cluster, ρ, 0 to 1
 */
export function designEffect(sizes: readonly number[], correlation: number): number {
  return 1 + (meanClusterSize(sizes) - 1) * correlation;
}

/** A figure's interval as of so many times fewer independent things. @param effect the design effect, 1 or more */
export function widened<Figure extends Estimate>(
  { value, interval: [low, high], ...rest }: Figure,
  effect: number,
): Omit<Figure, keyof Estimate> & Estimate {
  const by = Math.sqrt(effect);
  return { ...rest, value, interval: [value - (value - low) * by, value + (high - value) * by] };
}

/**
 * The correlation that makes up a design effect: the inverse of `designEffect`, cut to 0 … 1.
 * @returns null if every cluster has one
 */
export function correlationOf(effect: number, sizes: readonly number[]): number | null {
  const size = meanClusterSize(sizes);
  return size <= 1 ? null : Math.min(1, Math.max(0, (effect - 1) / (size - 1)));
}

/** Size of the cluster that an average thing is in: Σm² ∕ Σm; 1 of none. */
function meanClusterSize(sizes: readonly number[]): number {
  const total = sizes.reduce((sum, size) => sum + size, 0);
  return total === 0 ? 1 : sizes.reduce((sum, size) => sum + size * size, 0) / total;
}
