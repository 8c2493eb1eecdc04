import { probabilityOf, type LinearModel } from "./linear-model";
import { minimise } from "./minimise";

/** Dense rows of one length, each with label (1 or 0) and sample weight. */
export type DenseExample = {
  readonly numbers: readonly number[];
  readonly label: number;
  readonly weight: number;
};

const start = 0.3;
const stepsMax = 200;

/**
 * Fits a logistic regression with a ridge penalty and non-negative weights, so that a data set cannot invert a sign
 * of known direction. Weights are the squares of the optimised parameters.
 * @param l2 strength of the penalty `l2 / 2 × Σ weight²`
 */
export function fitNonNegative(examples: readonly DenseExample[], l2: number): LinearModel {
  const size = examples[0]?.numbers.length ?? 0;
  const from = new Float64Array(size + 1).fill(start);
  from[size] = 0;
  const found = minimise(from, (at, slope) => lossAt(examples, at, slope, l2), stepsMax);
  return { intercept: found[size] ?? 0, weights: found.slice(0, size).map((root) => root * root) };
}

function lossAt(
  examples: readonly DenseExample[],
  at: Float64Array,
  slope: Float64Array,
  l2: number,
): number {
  const size = at.length - 1;
  const weights = at.slice(0, size).map((root) => root * root);
  const pulls = Float64Array.from(weights, (weight) => l2 * weight);
  let loss = weights.reduce((sum, weight) => sum + (l2 / 2) * weight * weight, 0);
  let shift = 0;
  for (const { numbers, label, weight } of examples) {
    const odds = numbers.reduce((sum, each, at) => sum + each * (weights[at] ?? 0), 0);
    const signed = (odds + (at[size] ?? 0)) * (label === 1 ? 1 : -1);
    loss += weight * (Math.max(0, -signed) + Math.log1p(Math.exp(-Math.abs(signed))));
    const pull = weight * (probabilityOf(odds + (at[size] ?? 0)) - label);
    numbers.forEach((each, place) => {
      pulls[place] = (pulls[place] ?? 0) + pull * each;
    });
    shift += pull;
  }
  for (let place = 0; place < size; place += 1) {
    slope[place] = 2 * (at[place] ?? 0) * (pulls[place] ?? 0);
  }
  slope[size] = shift;
  return loss;
}
