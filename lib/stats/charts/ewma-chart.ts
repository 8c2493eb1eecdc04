export type EwmaPoint = {
  /** The exponentially weighted mean up to this value. */
  readonly mean: number;
  /** Control limit: maximum distance from 0; grows along the chart. */
  readonly limit: number;
  readonly isSignal: boolean;
};

type EwmaOptions = {
  readonly smoothing?: number;
  readonly width?: number;
  /** Per value the standard error of its estimated centre; absent: the centre is known. */
  readonly centreErrors?: readonly number[];
};

/**
 * EWMA control chart (Roberts 1959; Lucas and Saccucci 1990), zₜ = λxₜ + (1 − λ)zₜ₋₁ from 0, with exact
 * limits L√(λ∕(2 − λ) · (1 − (1 − λ)²ᵗ)). With λ 0.2 and L 2.86 the in-control run length is about
 * 353. An estimated centre shifts all values alike: its error, averaged with the same weights, widens the limits
 * (Jones, Champ and Rigdon 2001, Technometrics 43: 156–167, show what happens without).
 * @param values standardised: mean 0 and standard deviation 1 in control
 */
export function ewmaChart(
  values: readonly number[],
  { smoothing = 0.2, width = 2.86, centreErrors = [] }: EwmaOptions = {},
): readonly EwmaPoint[] {
  let [mean, centreError] = [0, 0];
  return values.map((value, index) => {
    mean = smoothing * value + (1 - smoothing) * mean;
    centreError = smoothing * (centreErrors[index] ?? 0) + (1 - smoothing) * centreError;
    const reached = 1 - (1 - smoothing) ** (2 * (index + 1));
    const own = (smoothing / (2 - smoothing)) * reached;
    const limit = width * Math.sqrt(own + centreError ** 2);
    return { mean, limit, isSignal: Math.abs(mean) > limit };
  });
}
