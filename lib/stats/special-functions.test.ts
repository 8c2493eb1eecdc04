import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalQuantile, standardErrors } from "./quantiles/normal-quantile";
import {
  betaQuantile,
  betaShare,
  chiSquareQuantile,
  chiSquareShare,
  logGamma,
} from "./special-functions";

describe("normalQuantile", () => {
  it("gives the check values of Wichura's paper", () => {
    expect(normalQuantile(0.25)).toBeCloseTo(-0.6744897501960817, 15);
    expect(normalQuantile(0.001)).toBeCloseTo(-3.090232306167814, 14);
    expect(normalQuantile(1e-20)).toBeCloseTo(-9.262340089798408, 13);
    expect(standardErrors(0.95)).toBeCloseTo(1.959963984540054, 15);
    expect([normalQuantile(0), normalQuantile(1)]).toEqual([-Infinity, Infinity]);
  });

  /** By SciPy's ndtri: the middle, both sides of where the tails begin, and the far tails. */
  it.each([
    [0.3, -0.5244005127080409],
    [0.5, 0],
    [0.925, 1.4395314709384563],
    [0.9251, 1.4402382675279635],
    [0.0749, -1.4402382675279635],
    [0.999, 3.090232306167813],
    [1e-12, -7.034483825301131],
    [1e-300, -37.0470962993612],
  ])("of %d is %d", (share, expected) => {
    expect(normalQuantile(share)).toBeCloseTo(expected, 12);
  });
});

describe("logGamma", () => {
  it("is the logarithm of the factorial, and of √π at one half", () => {
    let factorial = 1;
    for (let n = 1; n <= 20; n += 1) {
      factorial *= n;
      expect(logGamma(n + 1)).toBeCloseTo(Math.log(factorial), 11);
    }
    expect(logGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
    expect(logGamma(0.25)).toBeCloseTo(1.2880225246980774, 12);
  });

  /** By SciPy's gammaln. */
  it.each([
    [0.1, 2.252712651734206],
    [0.49, 0.592249629335267],
    [3.7, 1.428072326665388],
    [100.5, 361.43554046777757],
  ])("of %d is %d", (at, expected) => {
    expect(logGamma(at)).toBeCloseTo(expected, 11);
  });
});

describe("betaShare", () => {
  it("is the binomial's tail, whichever way it is added up", () => {
    const draws = fc.integer({ min: 1, max: 60 });
    const share = fc.double({ min: 0.01, max: 0.99, noNaN: true });
    fc.assert(
      fc.property(draws, fc.integer({ min: 1, max: 60 }), share, (of, some, p) => {
        const hits = Math.min(some, of);
        let tail = 0;
        for (let k = hits; k <= of; k += 1) {
          let chance = 1;
          for (let i = 1; i <= k; i += 1) chance *= ((of - k + i) / i) * p;
          tail += chance * (1 - p) ** (of - k);
        }
        expect(betaShare(p, hits, of - hits + 1)).toBeCloseTo(tail, 10);
      }),
    );
  });

  it("is undone by its quantile", () => {
    expect(betaShare(betaQuantile(0.025, 156, 45), 156, 45)).toBeCloseTo(0.025, 12);
    expect([betaShare(0, 2, 3), betaShare(1, 2, 3)]).toEqual([0, 1]);
  });

  /** By SciPy's betainc. */
  it.each([
    [0.2, 0.5, 0.5, 0.2951672353008665],
    [0.9, 2, 3, 0.9963],
    [0.05, 30, 400, 0.0424538234943674],
    [0.001, 1, 200, 0.1813511705213643],
    [0.6, 0.1, 7, 0.9999560853642361],
  ])("at %d of %d and %d is %d", (at, a, b, expected) => {
    expect(betaShare(at, a, b)).toBeCloseTo(expected, 12);
  });
});

describe("chiSquareQuantile", () => {
  it.each([
    [0.95, 1, 3.841459],
    [0.95, 4, 9.487729],
    [0.99, 4, 13.276704],
    [0.99, 9, 21.665994],
    [0.01, 9, 2.087901],
    [0.95, 100, 124.342113],
  ])("gives the tables' values: %d of %d degrees is %d", (share, degrees, value) => {
    expect(chiSquareQuantile(share, degrees)).toBeCloseTo(value, 5);
    expect(chiSquareShare(value, degrees)).toBeCloseTo(share, 6);
  });

  it("begins at 0", () => {
    expect([chiSquareShare(0, 3), chiSquareShare(-1, 3), chiSquareQuantile(0, 3)]).toEqual([
      0, 0, 0,
    ]);
  });
});

/** By SciPy's chi2.cdf: by series below half the degrees and one more, and by continued fraction above. */
describe("chiSquareShare", () => {
  it.each([
    [1, 1, 0.6826894921370859],
    [5, 3, 0.8282028557032665],
    [3, 3, 0.6083748237289109],
    [4, 2, 0.8646647167633873],
    [30, 4, 0.999995105562872],
    [0.1, 7, 2.311418798596881e-6],
    [200, 150, 0.9960268140291784],
  ])("at %d of %d degrees is %d", (at, degrees, expected) => {
    expect(chiSquareShare(at, degrees)).toBeCloseTo(expected, 12);
  });
});
