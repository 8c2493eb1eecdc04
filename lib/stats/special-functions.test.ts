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
});
