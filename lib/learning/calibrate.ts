import { denseFeatures } from "./features";
import { fitLogistic } from "./fit-logistic";
import { probabilityOf } from "./linear-model";

/** Calibration of log-odds to a probability (Platt 1999). */
export type Calibration = { readonly slope: number; readonly intercept: number };

/**
 * Fits a calibration to log-odds of held-out rows.
 * @param labels 1 or 0, of the same length
 */
export function fitCalibration(odds: readonly number[], labels: readonly number[]): Calibration {
  const examples = odds.map((each, index) => ({
    features: denseFeatures([each]),
    label: labels[index] ?? 0,
  }));
  const { intercept, weights } = fitLogistic(examples, { size: 1, l2: 1e-3 });
  return {
    slope: Number((weights[0] ?? 0).toPrecision(9)),
    intercept: Number(intercept.toPrecision(9)),
  };
}

/** The calibrated probability, 0 to 1. */
export function calibrated({ slope, intercept }: Calibration, odds: number): number {
  return probabilityOf(slope * odds + intercept);
}
