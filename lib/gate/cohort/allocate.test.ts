import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate, type Stratum } from "./allocate";

const plain = (...counts: readonly number[]): Stratum[] =>
  counts.map((count, at) => ({ name: String.fromCodePoint(97 + at), count, weight: 1 }));
const sumOf = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0);

describe("allocate", () => {
  it.each<[string, Stratum[], number, readonly number[]]>([
    ["in proportion", plain(500, 300, 200), 100, [50, 30, 20]],
    // 0.65 becomes 1; of the 9 left 4.524, 1.540, 1.521 and 1.415.
    ["by largest remainders", plain(470, 160, 158, 147, 65), 10, [5, 2, 1, 1, 1]],
    ["at least one of each", plain(9_990, 6, 4), 100, [98, 1, 1]],
    ["no more than there are", plain(3, 5), 100, [3, 5]],
    ["one of each of the largest, if there are more strata", plain(1, 9, 5, 5), 2, [0, 1, 1, 0]],
    ["none", plain(4, 4), 0, [0, 0]],
    [
      "more of what counts for more",
      [
        { name: "high", count: 100, weight: 4 },
        { name: "low", count: 400, weight: 1 },
      ],
      50,
      [25, 25],
    ],
    [
      "what a full stratum leaves to the others",
      [
        { name: "high", count: 10, weight: 4 },
        { name: "low", count: 30, weight: 1 },
        { name: "medium", count: 10, weight: 2 },
      ],
      32,
      [10, 13, 9],
    ],
  ])("draws %s", (_, strata, size, drawn) => {
    expect(allocate(strata, size)).toEqual(drawn);
  });

  const strata = fc
    .array(
      fc.record({ count: fc.integer({ min: 1, max: 60 }), weight: fc.constantFrom(1, 2, 4) }),
      { minLength: 1, maxLength: 12 },
    )
    .map((all) => all.map((each, at) => ({ ...each, name: `s${String(at)}` })));

  it("draws as many as asked for, one of each at least and never more than there are", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 200 }), (all, size) => {
        const drawn = allocate(all, size);
        const total = sumOf(all.map(({ count }) => count));
        expect(sumOf(drawn)).toBe(Math.min(size, total));
        const least = size >= all.length ? 1 : 0;
        all.forEach(({ count }, at) => {
          expect(drawn[at]).toBeGreaterThanOrEqual(least);
          expect(drawn[at]).toBeLessThanOrEqual(count);
        });
      }),
    );
  });

  it("is less than one away from proportion where no stratum is too small or too large for it", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 0, max: 200 }), (all, size) => {
        const weights = sumOf(all.map(({ count, weight }) => count * weight));
        const targets = all.map(({ count, weight }) => (size * count * weight) / weights);
        fc.pre(
          all.every(({ count }, at) => (targets[at] ?? 0) >= 1 && (targets[at] ?? 0) <= count),
        );
        allocate(all, size).forEach((drawn, at) => {
          expect(Math.abs(drawn - (targets[at] ?? 0))).toBeLessThan(1);
        });
      }),
    );
  });
});
