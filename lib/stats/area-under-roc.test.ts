import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { areaUnderRoc } from "./area-under-roc";

const rows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 1 })), {
  minLength: 2,
  maxLength: 40,
});

describe("areaUnderRoc", () => {
  it("gives the published example of Fawcett (2006, figure 3): 20 instances, 0.68", () => {
    const scores = [
      0.9, 0.8, 0.7, 0.6, 0.55, 0.54, 0.53, 0.52, 0.51, 0.505, 0.4, 0.39, 0.38, 0.37, 0.36, 0.35,
      0.34, 0.33, 0.3, 0.1,
    ];
    const labels = [1, 1, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 1, 0, 0, 0, 1, 0, 1, 0];
    expect(areaUnderRoc(scores, labels)).toBeCloseTo(0.68, 10);
  });

  it("is the share of pairs in which the positive scores higher, ties counting half", () => {
    fc.assert(
      fc.property(rows, (pairs) => {
        const positives = pairs.filter(([, label]) => label === 1);
        const negatives = pairs.filter(([, label]) => label === 0);
        const wins = positives.flatMap(([high]) =>
          negatives.map(([low]) => (high > low ? 1 : high === low ? 0.5 : 0)),
        );
        const expected =
          wins.length === 0 ? null : wins.reduce<number>((sum, win) => sum + win, 0) / wins.length;
        const found = areaUnderRoc(
          pairs.map(([score]) => score),
          pairs.map(([, label]) => label),
        );
        if (expected === null) expect(found).toBeNull();
        else expect(found).toBeCloseTo(expected, 10);
      }),
    );
  });
});
