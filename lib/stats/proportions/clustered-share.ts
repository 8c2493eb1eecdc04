import type { Proportion } from "./newcombe-difference";

/** Sums over clusters with some hits of some items: cases with their facts, say. */
export type ClusterSums = {
  readonly hits: number;
  readonly of: number;
  /** Over clusters: Σ hits², Σ hits × items, Σ items². */
  readonly hitsSquared: number;
  readonly product: number;
  readonly ofSquared: number;
};

/**
 * A clustered share as the equivalent share of independent items: items divided by the design effect (Kish 1965),
 * with the ratio variance between clusters (Cochran 1977, section 6.3). Its Wilson interval is of Korn and Graubard's
 * kind (1998); Newcombe's difference works alike. If all or none are hits, each cluster counts as its average size.
 * @returns never more items than there are
 */
export function effectiveShare(sums: ClusterSums): Proportion {
  const { hits, of, hitsSquared, product, ofSquared } = sums;
  if (of === 0) return { hits: 0, of: 0 };
  const share = hits / of;
  const chance = share * (1 - share);
  // For clusters of equal size with perfect agreement, both equal the size.
  const between =
    chance === 0
      ? ofSquared / of
      : (hitsSquared - 2 * share * product + share * share * ofSquared) / (of * chance);
  const count = of / Math.max(1, between);
  return { hits: share * count, of: count };
}
