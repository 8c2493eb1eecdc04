import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drawGroups } from "./draw-groups";
import { drawPositions } from "./draw-positions";
import { seededBelow } from "./seeded-below";

describe("seededBelow", () => {
  /** By the published algorithm, Mulberry32, in Python. */
  it.each([
    [0, [266_429, 329, 223_272, 146_202]],
    [12_345, [979_728, 306_752, 484_205, 817_934]],
    [4_294_967_295, [896_422, 189_478, 715_652, 944_059]],
  ])("gives the published generator's numbers from %d", (seed, expected) => {
    const below = seededBelow(seed);
    expect(expected.map(() => below(1_000_000))).toEqual(expected);
  });
});

describe("drawGroups", () => {
  it("draws as many as there are, for each sample", () => {
    let next = 0;
    const limits = new Set<number>();
    const below = (limit: number) => {
      limits.add(limit);
      return next++ % limit;
    };
    const drawn = drawGroups(3, { samples: 2, below });
    expect(drawn.groups).toBe(3);
    expect([...drawn.picks]).toEqual([0, 1, 2, 0, 1, 2]);
    expect([...limits]).toEqual([3]);
  });
});

describe("drawPositions", () => {
  it("draws each at most once, and no more than there are", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(60), fc.nat(), (of, count, seed) => {
        const drawn = [...drawPositions(of, count, seededBelow(seed))];
        expect(drawn).toHaveLength(Math.min(of, count));
        expect(new Set(drawn).size).toBe(drawn.length);
        for (const each of drawn) expect(each).toBeLessThan(of);
      }),
    );
  });

  it("takes each next position from those that are left", () => {
    const limits: number[] = [];
    const last = (limit: number) => {
      limits.push(limit);
      return limit - 1;
    };
    expect([...drawPositions(4, 3, last)]).toEqual([3, 0, 1]);
    expect(limits).toEqual([4, 3, 2]);
  });

  it("draws every position equally often", () => {
    const below = seededBelow(3);
    const counts = [0, 0, 0, 0, 0];
    for (let run = 0; run < 5000; run += 1) {
      for (const each of drawPositions(5, 2, below)) counts[each] = (counts[each] ?? 0) + 1;
    }
    // 2,000 each, within four standard errors of a binomial count.
    for (const count of counts) expect(Math.abs(count - 2000)).toBeLessThan(4 * Math.sqrt(1200));
  });
});
