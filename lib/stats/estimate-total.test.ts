import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { estimateTotal } from "./estimate-total";
import { sumsOf } from "./sums";

const random = seededRandom(41);
const population = 4000;
const rounds = 400;

/** Counts per unit. */
const kinds: Readonly<Record<string, () => number>> = {
  "one in 500": () => Number(random.below(500) === 0),
  "one in 20, of one to four": () => (random.below(20) === 0 ? 1 + random.below(4) : 0),
  "one in 50, of three to eight": () => (random.below(50) === 0 ? 3 + random.below(6) : 0),
  "nearly all": () => Number(random.below(100) > 0),
  "one to five each": () => 1 + random.below(5),
};

describe("a total estimated from a part of the population", () => {
  it.each(Object.entries(kinds))("lies in its interval 19 times in 20: %s", (_, draw) => {
    const held = new Map([500, 1500, 3500].map((size) => [size, 0]));
    for (let round = 0; round < rounds; round += 1) {
      // Each unit is drawn by itself: the first ones are a random part.
      const units = Array.from({ length: population }, draw);
      const total = sumsOf(units).sum;
      for (const [size, count] of held) {
        const found = estimateTotal(sumsOf(units.slice(0, size)), population);
        const [low, high] = found?.interval ?? [0, 0];
        held.set(size, count + Number(low <= total && total <= high));
      }
    }
    for (const [size, count] of held) expect(count / rounds, String(size)).toBeGreaterThan(0.91);
  });

  /** In NumPy and SciPy, by the formula in the description. */
  it.each([
    [[0, 0, 3, 1, 0, 2, 0, 0, 1, 5], 40, 48, [19.949778063003773, 102.96243917490962]],
    [[0, 0, 0, 0, 0, 0, 0, 0, 0, 0], 40, 0, [0, 12.706365712177485]],
    [[1, 1, 1, 1, 1, 1, 1, 1, 1, 1], 40, 40, [27.770704129774558, 56.49806202934294]],
    [[0, 0, 3, 1, 0, 2, 0, 0, 1, 5], 10, 12, [12, 12]],
  ] as const)("of a sample of %j of %d is %d", (sample, of, value, [low, high]) => {
    const found = estimateTotal(sumsOf(sample), of);
    expect(found?.value).toBeCloseTo(value, 12);
    expect(found?.interval[0]).toBeCloseTo(low, 10);
    expect(found?.interval[1]).toBeCloseTo(high, 10);
  });

  it("is the total where everything was read, and at least what was found", () => {
    const all = estimateTotal(sumsOf([2, 0, 1]), 3);
    expect(all).toEqual({ value: 3, interval: [3, 3] });
    expect(estimateTotal(sumsOf([]), 3)).toBeNull();
    const none = estimateTotal(sumsOf([0, 0, 0, 0]), 1000);
    expect(none?.value).toBe(0);
    expect(none?.interval[0]).toBe(0);
    expect(none?.interval[1]).toBeGreaterThan(500);
    const [low] = estimateTotal(sumsOf([5, 0, 0, 0]), 5)?.interval ?? [];
    expect(low).toBeGreaterThanOrEqual(5);
  });
});
