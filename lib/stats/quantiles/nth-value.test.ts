import fc from "fast-check";
import { expect, it } from "vitest";
import { medianOf, nthValue } from "./nth-value";

const values = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 60 });

it("finds the value at a position of the ascending order", () => {
  fc.assert(
    fc.property(values, fc.nat(59), (each, at) => {
      const sorted = each.toSorted((one, two) => one - two);
      const position = at % each.length;
      expect(nthValue(Float32Array.from(each), position)).toBe(sorted[position]);
    }),
  );
});

it("the middle is one of them or between two, and nothing has none", () => {
  expect(medianOf(Float32Array.of(5, 1, 3))).toBe(3);
  expect(medianOf(Float32Array.of(4, 1, 3, 2))).toBe(2.5);
  expect(medianOf(new Float32Array(0))).toBeNaN();
});
