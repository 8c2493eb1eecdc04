import fc from "fast-check";
import { expect, it } from "vitest";
import { latestOf } from "./latest-of";

it("leaves what sorting all and taking the first would take, whatever ties and unknown values", () => {
  const value = fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constant(NaN));
  fc.assert(
    fc.property(fc.array(value), fc.integer({ min: 0, max: 12 }), (values, most) => {
      const column = Float64Array.from(values);
      const byValue = (a: number, b: number) =>
        (Number.isNaN(column[b]) ? -1 : (column[b] ?? 0)) -
          (Number.isNaN(column[a]) ? -1 : (column[a] ?? 0)) || a - b;
      const keys = values.map((_, key) => key);
      const taken = latestOf(keys, column, most).sort(byValue).slice(0, most);
      expect(taken).toEqual([...keys].sort(byValue).slice(0, most));
    }),
  );
});
