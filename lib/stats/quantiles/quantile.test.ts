import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { quantileInterval, quantileOf, spreadOf } from "./quantile";

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

describe("quantileInterval", () => {
  /** Ranks ⌊n∕2 − 1.96 √n∕2⌋ and ⌈n∕2 + 1.96 √n∕2⌉ + 1 of the ascending values. */
  it.each([
    [100, 0.5, 100, [40, 61]],
    [100, 0.5, 25, [30, 71]],
    [100, 0.9, 100, [84, 97]],
    [1000, 0.25, 1000, [223, 278]],
  ])("of %d at %d, worth %d, is between two ranks", (count, share, independent, ranks) => {
    const values = Array.from({ length: count }, (_, at) => at + 1);
    expect(quantileInterval(values, share, independent)).toEqual(ranks);
  });
});

describe("spreadOf", () => {
  const spread = (values: readonly number[], independent = values.length) =>
    spreadOf(
      values.length,
      (positions) => positions.map((each) => values[each]),
      () => independent,
    );

  it("is the median with its interval, and the 90th percentile", () => {
    for (const count of [9, 10, 100, 101]) {
      const values = Array.from({ length: count }, (_, at) => (at + 1) ** 2);
      expect(spread(values)).toEqual({
        median: quantileOf(values, 0.5),
        medianInterval: quantileInterval(values, 0.5),
        p90: quantileOf(values, 0.9),
      });
      expect(spread(values, 5).medianInterval).toEqual(quantileInterval(values, 0.5, 5));
    }
  });

  it("gives the effective size of the median that was found", () => {
    const asked: number[] = [];
    spreadOf(
      4,
      (positions) => positions.map((each) => [1, 2, 4, 8][each]),
      (median) => asked.push(median),
    );
    expect(asked).toEqual([3]);
  });

  it("has no interval of few, and none of its figures of nothing", () => {
    expect(spread([1, 2, 3])).toEqual({ median: 2, medianInterval: null, p90: 2.8 });
    expect(spread([])).toEqual({ median: NaN, medianInterval: null, p90: NaN });
  });
});
