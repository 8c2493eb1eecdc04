import type { Features } from "./features";

/** A linear model: `intercept + Σ weight × value`, in log-odds. */
export type LinearModel = {
  readonly intercept: number;
  readonly weights: ArrayLike<number>;
};

/** The log-odds of a feature vector; unknown indices count 0. */
export function logOdds(model: LinearModel, { places, values }: Features): number {
  let sum = model.intercept;
  for (let index = 0; index < places.length; index += 1) {
    sum += (model.weights[places[index] ?? -1] ?? 0) * (values[index] ?? 0);
  }
  return sum;
}

/** The logistic function. */
export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
