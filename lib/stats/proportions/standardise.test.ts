import { describe, expect, it } from "vitest";
import { z } from "zod";
import { statVectors } from "@/lib/testing/stat-vectors";
import { standardiseDirectly, standardiseIndirectly } from "./standardise";
import { stratifiedDifference } from "./stratified-difference";
import { addSums, hitSums, sumsOf, varianceOf, type Sums } from "../sums";

const types = ["password_reset", "refund", "billing_dispute", "outage"] as const;
const counts = z.record(z.enum(types), z.tuple([z.number(), z.number()]));
/** Cases and touchpoints by type for two prompts; B has fewer in every type and more overall. */
const touchpoints = statVectors("standardisation", z.object({ A: counts, B: counts }));
const sums = (unit: "A" | "B", type: (typeof types)[number]): Sums => {
  const [count, sum] = touchpoints[unit][type];
  return { count, sum, squares: (sum * sum) / count + count };
};
const all = (type: (typeof types)[number]) => addSums([sums("A", type), sums("B", type)]);

describe("the published standardisation, whose sign flips", () => {
  it.each([
    ["A", 1.76, 343.52, 1.0247, 2.373, 2.393],
    ["B", 2.8725, 582.98, 0.9855, 2.283, 2.274],
  ] as const)("of %s: crude %d, expected %d", (unit, crude, expected, ratio, indirect, direct) => {
    const whole = addSums(types.map((type) => sums(unit, type)));
    expect(whole.sum / whole.count).toBeCloseTo(crude, 4);
    const indirectly = standardiseIndirectly(
      types.map((type) => ({ own: sums(unit, type), all: all(type) })),
    );
    expect(indirectly?.expected).toBeCloseTo(expected, 2);
    expect(indirectly?.ratio.value).toBeCloseTo(ratio, 4);
    expect(indirectly?.adjusted.value).toBeCloseTo(indirect, 3);
    const directly = standardiseDirectly(
      types.map((type) => ({ own: sums(unit, type), weight: all(type).count })),
    );
    expect(directly?.value).toBeCloseTo(direct, 3);
  });

  it("shows fewer in every type as a lower difference, though more in all", () => {
    const strata = types.map((type) => ({ one: sums("B", type), other: sums("A", type) }));
    expect(stratifiedDifference(strata, 10)?.value).toBeLessThan(0);
  });
});

describe("what standardising leaves out", () => {
  const ten = hitSums(5, 10);
  it("gives no weighed mean of a type with fewer than ten cases, unless it weighs nothing", () => {
    const few = hitSums(5, 9);
    expect(standardiseDirectly([{ own: few, weight: 1 }])).toBeNull();
    expect(standardiseDirectly([{ own: few, weight: 0 }])).toBeNull();
    const beside = [
      { own: few, weight: 0 },
      { own: ten, weight: 3 },
    ];
    expect(standardiseDirectly(beside)?.value).toBe(0.5);
  });

  it("expects nothing where nothing ever happens", () => {
    expect(standardiseIndirectly([{ own: hitSums(0, 9), all: hitSums(0, 90) }])).toBeNull();
    expect(standardiseIndirectly([])).toBeNull();
  });

  it("counts the cases of strata that are too small", () => {
    const strata = [
      { one: hitSums(8, 10), other: ten },
      { one: hitSums(9, 9), other: ten },
    ];
    expect(stratifiedDifference(strata, 10)).toMatchObject({ strata: 1, leftOut: 19 });
    expect(stratifiedDifference(strata, 10)?.value).toBeCloseTo(0.3, 12);
    expect(stratifiedDifference(strata, 11)).toBeNull();
  });
});

describe("sums", () => {
  it("have the variance of their values", () => {
    expect(varianceOf(sumsOf([2, 4, 4, 4, 5, 5, 7, 9]))).toBeCloseTo(32 / 7, 12);
    expect(varianceOf(sumsOf([3]))).toBe(0);
    expect(hitSums(2, 5)).toEqual(sumsOf([1, 0, 0, 1, 0]));
  });
});
