import type { Proportion } from "./newcombe-difference";

/** Sums over clusters that each have some hits of some things: cases with their facts, say. */
export type ClusterSums = {
  readonly hits: number;
  readonly of: number;
  /** Of each cluster's hits, of hits times things, of things: their squares' and products' sums. */
  readonly hitsSquared: number;
  readonly product: number;
  readonly ofSquared: number;
};

/**
 * A share whose things come in clusters, as the same share of as many independent things as it tells as
 * much as: things divided by the design effect (Kish 1965), with the variance of a ratio between clusters
 * (Cochran 1977, section 6.3). Wilson's interval of it is that of Korn and Graubard's kind (1998); Newcombe's
 * difference of two goes the same way. Where all or none are hits, each cluster counts as its own average.
 * @returns never more than there are
 */
export function effectiveShare(sums: ClusterSums): Proportion {
  const { hits, of, hitsSquared, product, ofSquared } = sums;
  if (of === 0) return { hits: 0, of: 0 };
  const share = hits / of;
  const chance = share * (1 - share);
  // Between clusters of one size that agree in themselves, both come to the size.
  const between =
    chance === 0
      ? ofSquared / of
      : (hitsSquared - 2 * share * product + share * share * ofSquared) / (of * chance);
  const count = of / Math.max(1, between);
  return { hits: share * count, of: count };
}
