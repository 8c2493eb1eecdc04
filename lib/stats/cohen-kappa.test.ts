import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cohenKappa } from "./cohen-kappa";

function table(cells: Readonly<Record<string, number>>): (readonly [string, string])[] {
  return Object.entries(cells).flatMap(([pair, count]) =>
    Array.from({ length: count }, () => [pair.charAt(0), pair.charAt(1)] as const),
  );
}

describe("cohenKappa", () => {
  it("gives the published κ and standard error of three diagnoses", () => {
    // Fleiss, Levin, Paik: Statistical Methods for Rates and Proportions, 3rd ed. 2003, table 18.1: κ .68, s.e. .087.
    const diagnoses = { pp: 75, pn: 1, po: 4, np: 5, nn: 4, no: 1, oo: 10 };
    const kappa = cohenKappa(table(diagnoses));
    expect(kappa?.value).toBeCloseTo(0.676, 3);
    const [low = 0, high = 0] = kappa?.interval ?? [];
    expect((high - low) / 2 / 1.959964).toBeCloseTo(0.0877, 4);
  });

  it("is 0 where two raters agree as often as by chance, and 1 where they always do", () => {
    expect(cohenKappa(table({ yy: 25, yn: 25, ny: 25, nn: 25 }))?.value).toBeCloseTo(0, 10);
    expect(cohenKappa(table({ yy: 3, nn: 5 }))).toEqual({ value: 1, interval: [1, 1] });
  });

  it("is null if only one category was used", () => {
    expect(cohenKappa([])).toBeNull();
    expect(cohenKappa(table({ yy: 9 }))).toBeNull();
  });

  it("does not depend on the order, or on who is first", () => {
    const pairs = fc.array(
      fc.tuple(fc.constantFrom("a", "b", "c"), fc.constantFrom("a", "b", "c")),
      { minLength: 1, maxLength: 40 },
    );
    fc.assert(
      fc.property(pairs, (rated) => {
        const kappa = cohenKappa(rated);
        const turned = cohenKappa(rated.map(([one, other]) => [other, one] as const).reverse());
        expect(turned === null).toBe(kappa === null);
        if (kappa === null || turned === null) return;
        expect(turned.value).toBeCloseTo(kappa.value, 10);
        expect(turned.interval[0]).toBeCloseTo(kappa.interval[0], 8);
      }),
    );
  });
});
