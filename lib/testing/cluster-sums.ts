import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";

/** Sums of a share with equal clusters of perfectly correlated items. */
export function clusterSums(hits: number, of: number, together = 1): ClusterSums {
  const [hitsSquared, ofSquared] = [hits * together, of * together];
  return { hits, of, hitsSquared, product: hitsSquared, ofSquared };
}
