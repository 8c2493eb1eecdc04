import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";

/** A share of things that come so many to a customer, those of one customer all alike. */
export function clusterSums(hits: number, of: number, together = 1): ClusterSums {
  const [hitsSquared, ofSquared] = [hits * together, of * together];
  return { hits, of, hitsSquared, product: hitsSquared, ofSquared };
}
