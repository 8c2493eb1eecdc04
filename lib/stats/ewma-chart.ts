export type EwmaPoint = {
  /** The weighted mean of this value and all before it. */
  readonly mean: number;
  /** How far from 0 it may be; wider as the chart goes on. */
  readonly limit: number;
  readonly isSignal: boolean;
};

/**
 * The exponentially weighted moving average's control chart (Roberts 1959; Lucas and Saccucci 1990),
 * zₜ = λxₜ + (1 − λ)zₜ₋₁ from 0, with exact limits L√(λ∕(2 − λ) · (1 − (1 − λ)²ᵗ)). With λ 0.2 and
 * L 2.86 values without a change signal once in about 353.
 * @param values standardised: of mean 0 and standard deviation 1 while nothing changes
 */
export function ewmaChart(
  values: readonly number[],
  { smoothing = 0.2, width = 2.86 }: { readonly smoothing?: number; readonly width?: number } = {},
): readonly EwmaPoint[] {
  let mean = 0;
  return values.map((value, index) => {
    mean = smoothing * value + (1 - smoothing) * mean;
    const reached = 1 - (1 - smoothing) ** (2 * (index + 1));
    const limit = width * Math.sqrt((smoothing / (2 - smoothing)) * reached);
    return { mean, limit, isSignal: Math.abs(mean) > limit };
  });
}
