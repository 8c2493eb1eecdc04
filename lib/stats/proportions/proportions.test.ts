import { describe, expect, it } from "vitest";
import { z } from "zod";
import { statVectors } from "@/lib/testing/stat-vectors";
import { clopperPearsonInterval } from "./clopper-pearson-interval";
import { exactMcnemar } from "./exact-mcnemar";
import { newcombeDifference, newcombePairedDifference } from "./newcombe-difference";

const number = z.number();

describe("clopperPearsonInterval", () => {
  it("gives the published vectors", () => {
    const schema = z
      .array(z.object({ k: number, n: number, ci: z.tuple([number, number]) }))
      .min(4);
    for (const { k, n, ci } of statVectors("clopper_pearson", schema)) {
      const [low, high] = clopperPearsonInterval(k, n) ?? [];
      expect(low).toBeCloseTo(ci[0], 10);
      expect(high).toBeCloseTo(ci[1], 10);
    }
  });

  it("gives Newcombe's example: 81 of 263 (1998, Statistics in Medicine 17: 857–872)", () => {
    const [low, high] = clopperPearsonInterval(81, 263) ?? [];
    expect(low).toBeCloseTo(0.2527, 4);
    expect(high).toBeCloseTo(0.3676, 4);
    expect(clopperPearsonInterval(0, 0)).toBeNull();
  });
});

describe("exactMcnemar", () => {
  it("gives the published vectors", () => {
    const schema = z
      .array(
        z.object({
          b: number,
          c: number,
          one_sided: number,
          two_sided: number,
          mid_p_one: number,
          mid_p_two: number,
        }),
      )
      .min(6);
    for (const { b, c, ...expected } of statVectors("mcnemar", schema)) {
      const found = exactMcnemar(b, c);
      expect(found.oneSided).toBeCloseTo(expected.one_sided, 10);
      expect(found.twoSided).toBeCloseTo(expected.two_sided, 10);
      expect(found.midOneSided).toBeCloseTo(expected.mid_p_one, 10);
      expect(found.midTwoSided).toBeCloseTo(expected.mid_p_two, 10);
    }
  });

  it("is the binomial probability: five of five is 1 in 32, and without changes it is 1", () => {
    expect(exactMcnemar(5, 0).oneSided).toBeCloseTo(1 / 32, 12);
    expect(exactMcnemar(0, 0)).toMatchObject({ oneSided: 1, twoSided: 1 });
    expect(exactMcnemar(4, 4).midTwoSided).toBeCloseTo(1, 10);
  });
});

describe("newcombeDifference", () => {
  it("gives the paper's example: 56 of 70 less 48 of 80 (1998, Statistics in Medicine 17: 873–890)", () => {
    const { value, interval } =
      newcombeDifference({ hits: 56, of: 70 }, { hits: 48, of: 80 }) ?? {};
    expect(value).toBeCloseTo(0.2, 12);
    expect(interval?.[0]).toBeCloseTo(0.0524, 4);
    expect(interval?.[1]).toBeCloseTo(0.3339, 4);
    expect(newcombeDifference({ hits: 0, of: 0 }, { hits: 1, of: 2 })).toBeNull();
  });
});

describe("newcombePairedDifference", () => {
  it("gives the published vectors", () => {
    const schema = z
      .array(
        z.object({
          e: number,
          f: number,
          g: number,
          h: number,
          diff: number,
          lo: number,
          hi: number,
        }),
      )
      .min(4);
    for (const { e, f, g, h, diff, lo, hi } of statVectors("newcombe_paired_95", schema)) {
      const found = newcombePairedDifference({ both: e, onlyFirst: f, onlySecond: g, neither: h });
      expect(found?.value).toBeCloseTo(diff, 10);
      expect(found?.interval[0]).toBeCloseTo(lo, 10);
      expect(found?.interval[1]).toBeCloseTo(hi, 10);
    }
  });

  it("is null without pairs, and contains 0 without changes", () => {
    const none = { both: 0, onlyFirst: 0, onlySecond: 0, neither: 0 };
    expect(newcombePairedDifference(none)).toBeNull();
    const same = newcombePairedDifference({ ...none, both: 9 });
    expect(same?.value).toBe(0);
    expect(same?.interval[0]).toBeLessThan(0);
    expect(same?.interval[1]).toBeGreaterThan(0);
  });
});
