import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { effectiveShare, type ClusterSums } from "./clustered-share";
import { wilsonInterval } from "./wilson-interval";

type Cluster = readonly [hits: number, of: number];

function sumsOf(clusters: readonly Cluster[]): ClusterSums {
  const sum = (value: (cluster: Cluster) => number) =>
    clusters.reduce((all, each) => all + value(each), 0);
  return {
    hits: sum(([hits]) => hits),
    of: sum(([, of]) => of),
    hitsSquared: sum(([hits]) => hits * hits),
    product: sum(([hits, of]) => hits * of),
    ofSquared: sum(([, of]) => of * of),
  };
}

describe("effectiveShare", () => {
  it("is the share itself where every cluster has one thing", () => {
    const clusters = Array.from({ length: 20 }, (_, at): Cluster => [at < 8 ? 1 : 0, 1]);
    const { hits, of } = effectiveShare(sumsOf(clusters));
    expect(of).toBeCloseTo(20);
    expect(hits).toBeCloseTo(8);
  });

  it("counts clusters and not things where each agrees in itself", () => {
    const clusters = Array.from({ length: 20 }, (_, at): Cluster => [at < 8 ? 5 : 0, 5]);
    const { hits, of } = effectiveShare(sumsOf(clusters));
    expect(of).toBeCloseTo(20);
    expect(hits).toBeCloseTo(8);
    expect(
      effectiveShare(
        sumsOf([
          [5, 5],
          [5, 5],
        ]),
      ).of,
    ).toBeCloseTo(2);
    expect(effectiveShare(sumsOf([]))).toEqual({ hits: 0, of: 0 });
  });

  it("never claims more than there are", () => {
    const clusters = Array.from({ length: 20 }, (): Cluster => [2, 4]);
    expect(effectiveShare(sumsOf(clusters))).toEqual({ hits: 40, of: 80 });
  });

  it("its interval holds the true share about 19 times in 20, where things taken one by one do not", () => {
    const random = seededRandom(5);
    const chance = () => random.below(1e9) / 1e9;
    const truth = 0.65;
    const held = { clustered: 0, plain: 0 };
    const runs = 1000;
    for (let run = 0; run < runs; run += 1) {
      const clusters = Array.from({ length: 60 }, (): Cluster => {
        const of = 1 + Math.floor(chance() * 6);
        // A case tends either to keep facts or to lose them.
        const own = chance() < 0.5 ? 0.95 : 0.35;
        const hits = Array.from({ length: of }, () => chance() < own).filter(Boolean).length;
        return [hits, of];
      });
      const sums = sumsOf(clusters);
      const shares = { clustered: effectiveShare(sums), plain: sums };
      for (const name of ["clustered", "plain"] as const) {
        const [low, high] = wilsonInterval(shares[name].hits, shares[name].of) ?? [0, 0];
        if (low <= truth && truth <= high) held[name] += 1;
      }
    }
    expect(held.clustered / runs).toBeGreaterThan(0.925);
    expect(held.clustered / runs).toBeLessThan(0.975);
    expect(held.plain / runs).toBeLessThan(0.9);
  });
});
