import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { quantileInterval, quantileOf } from "./quantile";

describe("quantileOf", () => {
  it("is R's quantile(c(1, 2, 3, 4, 10)) and numpy's percentile", () => {
    const values = [1, 2, 3, 4, 10];
    expect([0, 0.25, 0.5, 1].map((share) => quantileOf(values, share))).toEqual([1, 2, 3, 10]);
    expect(quantileOf(values, 0.9)).toBeCloseTo(7.6, 12);
    expect(quantileOf([], 0.5)).toBeNaN();
    expect(quantileOf([7], 0.9)).toBe(7);
  });
});

describe("quantileInterval", () => {
  it("holds the true median and the true p90 of skewed values 95 times in 100", () => {
    const random = seededRandom(3);
    const times = 4000;
    const held = { median: 0, high: 0 };
    for (let each = 0; each < times; each += 1) {
      const count = 100 + random.below(200);
      const values = Float64Array.from(
        { length: count },
        () => -Math.log((random.below(1e9) + 0.5) / 1e9),
      ).sort();
      const [low, high] = quantileInterval(values, 0.5) ?? [Infinity, 0];
      if (low <= Math.LN2 && Math.LN2 <= high) held.median += 1;
      const [lowTail, highTail] = quantileInterval(values, 0.9) ?? [Infinity, 0];
      if (lowTail <= Math.log(10) && Math.log(10) <= highTail) held.high += 1;
    }
    for (const share of [held.median / times, held.high / times]) {
      expect(share).toBeGreaterThan(0.94);
      expect(share).toBeLessThan(0.975);
    }
  });

  it("has none of a handful", () => {
    expect(quantileInterval([1, 2, 3, 4, 5], 0.5)).toBeNull();
    expect(quantileInterval([1, 2, 3, 4, 5, 6, 7, 8], 0.5)).toEqual([1, 8]);
  });
});
