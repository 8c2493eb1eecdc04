import type { ClusterSums } from "@/lib/stats/proportions/clustered-share";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";

/** Hits by group, clustered by customer. */
export type ClusterTally = {
  /** Sets the customer of what is added next; those of one customer follow each other. */
  readonly startCase: (customer: number) => void;
  readonly add: (group: number, hits: number, of: number) => void;
  /** The sums of a group, extrapolated from the sampled customers. */
  readonly sumsOf: (group: number, all: Proportion) => ClusterSums;
};

export function createClusterTally(groups: number): ClusterTally {
  const column = () => new Float64Array(groups);
  const [ownHits, ownOf] = [column(), column()];
  const [of, hitsSquared, product, ofSquared] = [column(), column(), column(), column()];
  const touched = new Uint32Array(groups);
  let touchedCount = 0;
  let current = -1;
  const endCustomer = () => {
    for (let index = 0; index < touchedCount; index += 1) {
      const group = touched[index] ?? 0;
      const [y, x] = [ownHits[group] ?? 0, ownOf[group] ?? 0];
      of[group] = (of[group] ?? 0) + x;
      hitsSquared[group] = (hitsSquared[group] ?? 0) + y * y;
      product[group] = (product[group] ?? 0) + y * x;
      ofSquared[group] = (ofSquared[group] ?? 0) + x * x;
      ownHits[group] = 0;
      ownOf[group] = 0;
    }
    touchedCount = 0;
  };
  return {
    startCase: (customer) => {
      if (customer !== current) endCustomer();
      current = customer;
    },
    add: (group, hit, some) => {
      if (some === 0) return;
      if (ownOf[group] === 0) {
        touched[touchedCount] = group;
        touchedCount += 1;
      }
      ownHits[group] = (ownHits[group] ?? 0) + hit;
      ownOf[group] = (ownOf[group] ?? 0) + some;
    },
    sumsOf: (group, all) => {
      endCustomer();
      const read = of[group] ?? 0;
      // Without a sampled customer each is independent.
      if (read === 0)
        return { ...all, hitsSquared: all.hits, product: all.hits, ofSquared: all.of };
      const weight = all.of / read;
      return {
        ...all,
        hitsSquared: weight * (hitsSquared[group] ?? 0),
        product: weight * (product[group] ?? 0),
        ofSquared: weight * (ofSquared[group] ?? 0),
      };
    },
  };
}
