import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { effectivePairs } from "./clustered-pairs";
import { newcombePairedDifference, type PairedCounts } from "./newcombe-difference";

const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
const times = (count: number, cluster: PairedCounts) =>
  Array.from({ length: count }, () => cluster);

describe("effectivePairs", () => {
  it("are the pairs themselves where every cluster has one", () => {
    const singles = [
      ...times(150, { ...none, both: 1 }),
      ...times(14, { ...none, onlyFirst: 1 }),
      ...times(6, { ...none, onlySecond: 1 }),
      ...times(30, { ...none, neither: 1 }),
    ];
    const { both, onlyFirst, onlySecond, neither } = effectivePairs(singles);
    expect(both).toBeCloseTo(150);
    expect(onlyFirst).toBeCloseTo(14);
    expect(onlySecond).toBeCloseTo(6);
    expect(neither).toBeCloseTo(30);
  });

  it("count clusters and not pairs where each changes as a whole, or nothing changes", () => {
    const whole = [
      ...times(10, { ...none, both: 4 }),
      ...times(3, { ...none, onlyFirst: 4 }),
      ...times(2, { ...none, onlySecond: 4 }),
    ];
    expect(effectivePairs(whole).onlyFirst).toBeCloseTo(3);
    expect(effectivePairs(times(10, { ...none, both: 4 })).both).toBeCloseTo(10);
    expect(effectivePairs([])).toEqual(none);
  });

  it("give an interval that holds the truth about 19 times in 20, where pairs taken one by one do not", () => {
    const random = seededRandom(7);
    const chance = () => random.below(1e9) / 1e9;
    const held = { clustered: 0, plain: 0 };
    const draws = 1500;
    for (let draw = 0; draw < draws; draw += 1) {
      const clusters = Array.from({ length: 60 }, () => {
        const counts = { ...none };
        // A scenario's cases tend to change together; one of ten each way.
        const at = chance();
        const changes = at < 0.1 ? "onlyFirst" : at < 0.2 ? "onlySecond" : null;
        for (let pair = 0; pair < 4; pair += 1) {
          const isChanged = changes !== null && chance() < 0.8;
          counts[isChanged ? changes : chance() < 0.75 ? "both" : "neither"] += 1;
        }
        return counts;
      });
      const effective = effectivePairs(clusters);
      const plain = clusters.reduce((sum, each) => ({
        both: sum.both + each.both,
        onlyFirst: sum.onlyFirst + each.onlyFirst,
        onlySecond: sum.onlySecond + each.onlySecond,
        neither: sum.neither + each.neither,
      }));
      for (const [name, counts] of [["clustered", effective] as const, ["plain", plain] as const]) {
        const [low, high] = newcombePairedDifference(counts)?.interval ?? [1, 1];
        if (low <= 0 && 0 <= high) held[name] += 1;
      }
    }
    expect(held.clustered / draws).toBeGreaterThan(0.93);
    expect(held.clustered / draws).toBeLessThan(0.98);
    expect(held.plain / draws).toBeLessThan(0.8);
  });
});
