import type { Features } from "./features";

/** A fitted line through features: `intercept + Σ weight × value`, read as log-odds. */
export type LinearModel = {
  readonly intercept: number;
  readonly weights: ArrayLike<number>;
};

/** The log-odds that a model gives to features; places it does not know count nothing. */
export function logOdds(model: LinearModel, { places, values }: Features): number {
  let sum = model.intercept;
  for (let index = 0; index < places.length; index += 1) {
    sum += (model.weights[places[index] ?? -1] ?? 0) * (values[index] ?? 0);
  }
  return sum;
}

/** The probability that log-odds stand for. */
export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}
