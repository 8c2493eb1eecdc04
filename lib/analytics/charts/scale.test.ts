import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { placeOn, scaleOf } from "./scale";

const share = fc.double({ min: 0, max: 1, noNaN: true });
const rows = fc.array(
  fc.record({
    value: fc.option(share),
    interval: fc.option(
      fc.tuple(share, share).map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const),
    ),
    hollow: fc.option(share),
  }),
  { maxLength: 8 },
);
const wordsOf = (value: number) => value.toFixed(2);

describe("scaleOf", () => {
  it("holds everything that is drawn, in a few round steps", () => {
    fc.assert(
      fc.property(rows, fc.option(share), (drawn, reference) => {
        const named = reference === null ? null : { at: reference, words: "all" };
        const scale = scaleOf(drawn, { least: 0, most: 1, reference: named, wordsOf });
        const all = drawn.flatMap(({ value, interval, hollow }) => [
          value,
          hollow,
          ...(interval ?? []),
        ]);
        for (const at of [...all, reference]) {
          if (at === null) continue;
          expect(at).toBeGreaterThanOrEqual(scale.from - 1e-9);
          expect(at).toBeLessThanOrEqual(scale.to + 1e-9);
        }
        expect(scale.to).toBeGreaterThan(scale.from);
        expect(scale.ticks.length).toBeLessThanOrEqual(7);
      }),
    );
  });

  it("spans a whole step where all that is drawn lies in one place, or as good as", () => {
    const row = { value: null, interval: [0, 0] as const, hollow: 5e-324 };
    const { from, to } = scaleOf([row], { least: 0, most: 1, reference: null, wordsOf });
    expect([from, to]).toEqual([0, 1]);
  });

  it("begins and ends at round numbers", () => {
    const row = { value: 0.55, interval: [0.28, 0.83] as const, hollow: null };
    const scale = scaleOf([row], { least: 0, most: 1, reference: null, wordsOf });
    expect(scale.ticks.map(({ words }) => words)).toEqual(["0.20", "0.40", "0.60", "0.80", "1.00"]);
    expect(placeOn(scale, 0.6)).toBeCloseTo(50);
    expect(placeOn(scale, 2)).toBe(100);
  });
});
