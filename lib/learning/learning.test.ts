import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { calibrated, fitCalibration } from "./calibrate";
import { denseFeatures, toFeatures } from "./features";
import { fitLogistic } from "./fit-logistic";
import { logOdds } from "./linear-model";
import { makeFolds } from "./make-folds";
import { minimise } from "./minimise";
import { quantise, readModel } from "./quantise";

/** Hours of study and whether the exam was passed: en.wikipedia.org/wiki/Logistic_regression. */
const hours = [
  0.5, 0.75, 1, 1.25, 1.5, 1.75, 1.75, 2, 2.25, 2.5, 2.75, 3, 3.25, 3.5, 4, 4.25, 4.5, 4.75, 5, 5.5,
];
const passed = [0, 0, 0, 0, 0, 0, 1, 0, 1, 0, 1, 0, 1, 0, 1, 1, 1, 1, 1, 1];

describe("fitLogistic", () => {
  it("finds the published coefficients of a small example", () => {
    const examples = hours.map((hour, index) => ({
      features: denseFeatures([hour]),
      label: passed[index] ?? 0,
    }));
    const { intercept, weights } = fitLogistic(examples, { size: 1, l2: 0, stepsMax: 200 });
    expect(intercept).toBeCloseTo(-4.0777, 2);
    expect(weights[0]).toBeCloseTo(1.5046, 2);
  });

  it("gives the same bytes for the same examples", () => {
    const examples = hours.map((hour, index) => ({
      features: toFeatures([
        [0, hour],
        [3, 1],
      ]),
      label: passed[index] ?? 0,
    }));
    const fit = () => JSON.stringify(quantise(fitLogistic(examples, { size: 8, l2: 1 })));
    expect(fit()).toBe(fit());
  });
});

describe("minimise", () => {
  it("finds the valley of Rosenbrock's function", () => {
    const found = minimise(
      Float64Array.from([-1.2, 1]),
      (at, slope) => {
        const [x = 0, y = 0] = at;
        slope[0] = -400 * x * (y - x * x) - 2 * (1 - x);
        slope[1] = 200 * (y - x * x);
        return 100 * (y - x * x) ** 2 + (1 - x) ** 2;
      },
      500,
    );
    expect(found[0]).toBeCloseTo(1, 2);
    expect(found[1]).toBeCloseTo(1, 2);
  });
});

describe("a stored model", () => {
  it("says of features what the fitted one says, but for the rounding of its weights", () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -5, max: 5, noNaN: true }), { minLength: 1, maxLength: 300 }),
        (weights) => {
          const fitted = { intercept: 0.25, weights };
          const most = Math.max(...weights.map(Math.abs));
          const stored = readModel(JSON.parse(JSON.stringify(quantise(fitted))));
          const one = (place: number) => toFeatures([[place, 1]]);
          for (let place = 0; place < weights.length; place += 1) {
            const error = logOdds(stored, one(place)) - logOdds(fitted, one(place));
            expect(Math.abs(error)).toBeLessThanOrEqual(most / 254 + 1e-6);
          }
        },
      ),
    );
  });
});

describe("calibration", () => {
  it("makes a probability of 0.5 of the odds at which half are positive", () => {
    const calibration = fitCalibration(hours, passed);
    expect(calibrated(calibration, 2.71)).toBeCloseTo(0.5, 1);
  });
});

describe("makeFolds", () => {
  it("keeps a group together, whatever the order of the rows", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string(), { minLength: 1 }),
        fc.integer({ min: 2, max: 9 }),
        (groups, most) => {
          const folds = makeFolds(groups, most);
          const byGroup = new Map(groups.map((group, index) => [group, folds[index]]));
          expect(groups.map((group) => byGroup.get(group))).toEqual(folds);
          expect(makeFolds(groups.toReversed(), most).toReversed()).toEqual(folds);
        },
      ),
    );
  });
});
