import { describe, expect, it } from "vitest";
import { seededRandom } from "@/lib/testing/seeded-random";
import { correlationOf, designEffect } from "./design-effect";
import { exactMcnemar } from "./exact-mcnemar";
import { dropSeenByMcnemar, hitsNeeded, mcnemarPower, shareSeenBelow } from "./power";

const random = seededRandom(21);
const chance = () => (random.below(1e9) + 0.5) / 1e9;
const repeated = <T>(count: number, make: (at: number) => T) =>
  Array.from({ length: count }, (_, at) => make(at));

describe("designEffect", () => {
  it("leaves of 200 in threes 143 at a correlation of 0.2, and 111 at 0.4", () => {
    const threes = repeated(66, () => 3);
    expect(Math.round(200 / designEffect(threes, 0.2))).toBe(143);
    expect(Math.round(200 / designEffect(threes, 0.4))).toBe(111);
    expect(designEffect([1, 1, 1], 0.9)).toBe(1);
    expect(designEffect([], 0.9)).toBe(1);
    // Σm² ∕ Σm of 1, 2 and 6 is 41 ∕ 9.
    expect(designEffect([1, 2, 6], 0.5)).toBeCloseTo(1 + (41 / 9 - 1) / 2, 12);
  });

  it("is the inverse of correlationOf", () => {
    expect(correlationOf(designEffect([1, 2, 6], 0.3), [1, 2, 6])).toBeCloseTo(0.3, 12);
    expect(correlationOf(0.8, [2, 2])).toBe(0);
    expect(correlationOf(1, [1, 1])).toBeNull();
  });

  it("is by how much the variance of a share grows, simulated", () => {
    const sizes = repeated(40, (at) => 1 + (at % 5));
    const total = sizes.reduce((sum, size) => sum + size, 0);
    const [truth, correlation] = [0.7, 0.3];
    const shares = repeated(4_000, () => {
      let hits = 0;
      for (const size of sizes) {
        const own = chance() < truth;
        for (let at = 0; at < size; at += 1) {
          // Two of one cluster are both the cluster's with chance ρ, and that is their correlation.
          const isOwn = chance() < Math.sqrt(correlation);
          if (isOwn ? own : chance() < truth) hits += 1;
        }
      }
      return hits / total;
    });
    const variance = shares.reduce((sum, share) => sum + (share - truth) ** 2, 0) / shares.length;
    const simulated = variance / ((truth * (1 - truth)) / total);
    // The standard error of a variance is √(2 ∕ n) of it: 2.2 %.
    expect(simulated / designEffect(sizes, correlation)).toBeGreaterThan(0.93);
    expect(simulated / designEffect(sizes, correlation)).toBeLessThan(1.07);
  });
});

describe("shareSeenBelow", () => {
  it("is just above 0.75 of 200 at a bar of 0.78: 0.75 fails it in 81.5 %", () => {
    const share = shareSeenBelow(0.78, 200, 0.8) ?? 0;
    expect(share).toBeGreaterThan(0.75);
    expect(share).toBeLessThan(0.752);
    expect(shareSeenBelow(0.78, 200, 0.815)).toBeCloseTo(0.75, 3);
  });

  it("fails the bar as often as stated, simulated", () => {
    for (const of of [37, 140, 200]) {
      const share = shareSeenBelow(0.78, of, 0.8) ?? 0;
      const needed = hitsNeeded(0.78, of);
      const runs = 4_000;
      const failed = repeated(runs, () => {
        let hits = 0;
        for (let at = 0; at < of; at += 1) if (chance() < share) hits += 1;
        return hits < needed;
      }).filter(Boolean).length;
      expect(Math.abs(failed / runs - 0.8)).toBeLessThan(3 * Math.sqrt(0.16 / runs));
    }
  });

  it("is nothing without a bar or things", () => {
    expect(shareSeenBelow(0, 200, 0.8)).toBeNull();
    expect(shareSeenBelow(0.78, 0, 0.8)).toBeNull();
    expect(hitsNeeded(0.78, 200)).toBe(156);
  });
});

describe("mcnemarPower", () => {
  it.each([
    [0.06, 0.01, 0.82],
    [0.08, 0.03, 0.63],
    [0.13, 0.08, 0.41],
  ])("of 200 with %d worse and %d better is %d, as simulated elsewhere", (worse, better, power) => {
    expect(Math.abs(mcnemarPower(200, worse, better) - power)).toBeLessThan(0.01);
  });

  it("is the sum over all outcomes, one by one", () => {
    const factorial = (of: number): number => (of < 2 ? 1 : of * factorial(of - 1));
    const [of, worse, better] = [20, 0.4, 0.05];
    let power = 0;
    for (let b = 0; b <= of; b += 1) {
      for (let c = 0; b + c <= of; c += 1) {
        const ways = factorial(of) / (factorial(b) * factorial(c) * factorial(of - b - c));
        const outcome = ways * worse ** b * better ** c * (1 - worse - better) ** (of - b - c);
        if (exactMcnemar(b, c).oneSided < 0.05) power += outcome;
      }
    }
    expect(mcnemarPower(of, worse, better)).toBeCloseTo(power, 10);
  });

  it("at no drop is at most the test's level", () => {
    for (const churn of [0.01, 0.03, 0.1, 0.3]) {
      expect(mcnemarPower(200, churn, churn)).toBeLessThanOrEqual(0.05);
    }
    expect(mcnemarPower(200, 0, 0)).toBe(0);
  });

  it("is that of the test itself, simulated", () => {
    for (const [of, worse, better] of [
      [60, 0.2, 0.03],
      [200, 0.08, 0.03],
    ] as const) {
      const runs = 2_000;
      const seen = repeated(runs, () => {
        const changes = [0, 0];
        for (let at = 0; at < of; at += 1) {
          const drawn = chance();
          if (drawn < worse) changes[0] = (changes[0] ?? 0) + 1;
          else if (drawn < worse + better) changes[1] = (changes[1] ?? 0) + 1;
        }
        return exactMcnemar(changes[0] ?? 0, changes[1] ?? 0).oneSided < 0.05;
      }).filter(Boolean).length;
      const power = mcnemarPower(of, worse, better);
      expect(Math.abs(seen / runs - power)).toBeLessThan(
        3 * Math.sqrt((power * (1 - power)) / runs),
      );
    }
  });
});

describe("dropSeenByMcnemar", () => {
  it("has the power asked for, and what is a little smaller has not", () => {
    for (const [of, better] of [
      [200, 0.03],
      [140, 0.03],
      [1000, 0.05],
    ] as const) {
      const drop = dropSeenByMcnemar(of, better, 0.8) ?? 0;
      expect(mcnemarPower(of, better + drop, better)).toBeGreaterThanOrEqual(0.8);
      expect(mcnemarPower(of, better + drop - 0.001, better)).toBeLessThan(0.8);
    }
  });

  it("is smaller with more pairs and with fewer changes, and none of too few", () => {
    const drops = [
      dropSeenByMcnemar(1000, 0.03, 0.8),
      dropSeenByMcnemar(200, 0.01, 0.8),
      dropSeenByMcnemar(200, 0.03, 0.8),
      dropSeenByMcnemar(200, 0.08, 0.8),
    ].map((drop) => drop ?? 1);
    expect(drops).toEqual(drops.toSorted((a, b) => a - b));
    expect(dropSeenByMcnemar(4, 0.03, 0.8)).toBeNull();
    expect(dropSeenByMcnemar(0, 0.03, 0.8)).toBeNull();
  });
});
