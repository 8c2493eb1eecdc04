import type { Features } from "./features";
import { logOdds, type LinearModel } from "./linear-model";
import { minimise } from "./minimise";

export type Example = {
  readonly features: Features;
  /** 1 or 0. */
  readonly label: number;
  /** Sample weight; default 1. */
  readonly weight?: number;
};

export type FitOptions = {
  readonly size: number;
  /** Strength of the ridge penalty `l2 / 2 × Σ weight²`; the intercept is not penalised. */
  readonly l2: number;
  readonly stepsMax?: number;
};

/**
 * Fits a logistic regression with a ridge penalty by L-BFGS from zero; deterministic for the same examples in the
 * same order.
 */
export function fitLogistic(examples: readonly Example[], options: FitOptions): LinearModel {
  const { size, l2, stepsMax = 80 } = options;
  const start = new Float64Array(size + 1);
  const found = minimise(start, (at, slope) => lossAt(examples, at, slope, l2), stepsMax);
  return { intercept: found[size] ?? 0, weights: found.slice(0, size) };
}

/** The penalised loss at weights (the intercept last); writes its gradient into `slope`. */
function lossAt(
  examples: readonly Example[],
  at: Float64Array,
  slope: Float64Array,
  l2: number,
): number {
  const size = at.length - 1;
  const model = { intercept: at[size] ?? 0, weights: at };
  let loss = 0;
  for (let place = 0; place < size; place += 1) {
    const weight = at[place] ?? 0;
    loss += (l2 / 2) * weight * weight;
    slope[place] = l2 * weight;
  }
  slope[size] = 0;
  for (const { features, label, weight = 1 } of examples) {
    const odds = logOdds(model, features);
    const signed = label === 1 ? odds : -odds;
    // log(1 + e^-signed) without overflow.
    loss += weight * (Math.max(0, -signed) + Math.log1p(Math.exp(-Math.abs(signed))));
    const pull = weight * (1 / (1 + Math.exp(-odds)) - label);
    for (let index = 0; index < features.places.length; index += 1) {
      const place = features.places[index] ?? 0;
      slope[place] = (slope[place] ?? 0) + pull * (features.values[index] ?? 0);
    }
    slope[size] = (slope[size] ?? 0) + pull;
  }
  return loss;
}
