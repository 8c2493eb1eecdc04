import { expect, it } from "vitest";
import { fisherExact } from "./fisher-exact";

it("gives published values", () => {
  // Fisher's tea tasting; Agresti 2002, table 3.8.
  expect(fisherExact({ hits: 3, of: 4 }, { hits: 1, of: 4 })).toBeCloseTo(0.4857, 4);
  // Criminal twins, Fisher 1925: R's help page of fisher.test.
  expect(fisherExact({ hits: 2, of: 17 }, { hits: 10, of: 13 })).toBeCloseTo(0.0005367, 7);
});

it("is certain where nothing could have come out otherwise", () => {
  expect(fisherExact({ hits: 0, of: 5 }, { hits: 0, of: 7 })).toBe(1);
  expect(fisherExact({ hits: 5, of: 5 }, { hits: 7, of: 7 })).toBe(1);
});
