import fc from "fast-check";
import { expect, it } from "vitest";
import { createIntegers, withInteger } from "./integers";

const integer = fc.oneof(
  fc.nat(300),
  fc.nat(70_000),
  fc.integer({ min: 0, max: 2 ** 32 - 1 }),
  fc.constantFrom(-1, 0, 255, 256, 65_535, 65_536, 2 ** 32 - 1),
);

it("holds what it was given, in as few bytes each as the largest needs", () => {
  fc.assert(
    fc.property(fc.array(integer, { maxLength: 40 }), (values) => {
      let column = createIntegers(values.length);
      values.forEach((value, place) => {
        column = withInteger(column, place, value);
      });
      expect([...column]).toEqual(values.map((value) => Math.max(0, value)));
      const largest = Math.max(0, ...values);
      expect(column.BYTES_PER_ELEMENT).toBe(largest < 256 ? 1 : largest < 65_536 ? 2 : 4);
    }),
  );
});
