import type { PairedCounts } from "./newcombe-difference";

/**
 * Paired counts of clusters as the equivalent counts of independent pairs: divided by the design effect of the mean
 * change (Kish 1965), with the ratio variance between clusters (Cochran 1977, section 6.3). If nothing changed, each
 * cluster counts as its average size.
 * @param clusters each with the pairs of one customer or scenario
 */
export function effectivePairs(clusters: readonly PairedCounts[]): PairedCounts {
  const sizes = clusters.map(sizeOf);
  const total = sumOf(sizes);
  const counts = {
    both: sumOf(clusters.map(({ both }) => both)),
    onlyFirst: sumOf(clusters.map(({ onlyFirst }) => onlyFirst)),
    onlySecond: sumOf(clusters.map(({ onlySecond }) => onlySecond)),
    neither: sumOf(clusters.map(({ neither }) => neither)),
  };
  if (total === 0) return counts;
  const mean = (counts.onlySecond - counts.onlyFirst) / total;
  const within = counts.onlySecond + counts.onlyFirst - total * mean * mean;
  const between = sumOf(
    clusters.map((each) => (each.onlySecond - each.onlyFirst - mean * sizeOf(each)) ** 2),
  );
  const effect = within === 0 ? sumOf(sizes.map((size) => size * size)) / total : between / within;
  const by = Math.max(1, effect);
  return {
    both: counts.both / by,
    onlyFirst: counts.onlyFirst / by,
    onlySecond: counts.onlySecond / by,
    neither: counts.neither / by,
  };
}

function sizeOf({ both, onlyFirst, onlySecond, neither }: PairedCounts): number {
  return both + onlyFirst + onlySecond + neither;
}

function sumOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
