import { describe, expect, it } from "vitest";
import { z } from "zod";
import { seededRandom } from "@/lib/testing/seeded-random";
import { statVectors } from "@/lib/testing/stat-vectors";
import { benjaminiHochberg } from "../benjamini-hochberg";
import { distributionShift, isShifted, shiftByChance } from "./distribution-shift";

const sum = (counts: readonly number[]) => counts.reduce((all, each) => all + each, 0);

describe("distributionShift", () => {
  it("gives the published vectors", () => {
    const counts = z.array(z.number());
    const schema = z
      .array(
        z.object({
          ref: counts,
          cur: counts,
          psi: z.number(),
          crit95: z.number(),
          js_bits: z.number(),
        }),
      )
      .min(3);
    for (const { ref, cur, psi, crit95, js_bits } of statVectors("psi", schema)) {
      const found = distributionShift(ref, cur);
      expect(found.psi).toBeCloseTo(psi, 10);
      expect(found.jensenShannon).toBeCloseTo(js_bits, 10);
      const sizes = { bins: ref.length, reference: sum(ref), current: sum(cur) };
      expect(shiftByChance(0.95, sizes).psi).toBeCloseTo(crit95, 10);
    }
  });

  it("has a value where a bin is empty, and none at all for too few cases", () => {
    expect(distributionShift([100, 0], [50, 50]).psi).toBeGreaterThan(1);
    expect(distributionShift([100, 0], [100, 0])).toEqual({ psi: 0, jensenShannon: 0 });
    expect(isShifted([100, 0], [50, 49])).toBeNull();
  });
});

describe("samples of one distribution", () => {
  const random = seededRandom(5);
  const times = 2000;
  const shares = [0.1, 0.2, 0.4, 0.2, 0.1];
  const sampleOf = (count: number) => {
    const counts = shares.map(() => 0);
    for (let each = 0; each < count; each += 1) {
      let at = random.below(1e6) / 1e6;
      const bin = shares.findIndex((share) => (at -= share) < 0);
      counts[bin] = (counts[bin] ?? 0) + 1;
    }
    return counts;
  };

  it.each([
    [100, 100],
    [1000, 200],
  ])(
    "of %d and %d cases stay below what chance makes, 95 and 99 times in 100",
    (reference, current) => {
      let [aboveIndex, aboveDivergence, shifted] = [0, 0, 0];
      const limit = shiftByChance(0.95, { bins: shares.length, reference, current });
      for (let each = 0; each < times; each += 1) {
        const [one, other] = [sampleOf(reference), sampleOf(current)];
        const { psi, jensenShannon } = distributionShift(one, other);
        if (psi > limit.psi) aboveIndex += 1;
        if (jensenShannon > limit.jensenShannon) aboveDivergence += 1;
        if (isShifted(one, other) === true) shifted += 1;
      }
      // 4 standard errors of the simulation, plus the error of the large-sample distribution.
      expect(Math.abs(aboveIndex / times - 0.05)).toBeLessThan(0.03);
      expect(Math.abs(aboveDivergence / times - 0.05)).toBeLessThan(0.03);
      expect(shifted / times).toBeLessThan(0.01 + 0.012);
    },
  );
});

describe("benjaminiHochberg", () => {
  it("rejects the first four of the paper's fifteen (Benjamini and Hochberg 1995, section 4)", () => {
    const chances = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
      0.6528, 0.759, 1,
    ];
    const adjusted = benjaminiHochberg(chances);
    expect(adjusted.map((each) => each <= 0.05)).toEqual(chances.map((_, index) => index < 4));
    expect(adjusted[3]).toBeCloseTo((0.0095 * 15) / 4, 12);
    expect(benjaminiHochberg([...chances].reverse())).toEqual([...adjusted].reverse());
  });

  it("leaves one test as it is, and nothing as nothing", () => {
    expect(benjaminiHochberg([0.03])).toEqual([0.03]);
    expect(benjaminiHochberg([])).toEqual([]);
  });
});
