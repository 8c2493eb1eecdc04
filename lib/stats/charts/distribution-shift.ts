import { chiSquareQuantile } from "../special-functions";

/** Two distances between distributions over the same bins; 0 if equal. */
export type Shift = {
  /** The population stability index, Σ (p − q) ln(p∕q). */
  readonly psi: number;
  /** The Jensen–Shannon divergence to base 2 (Lin 1991), 0 to 1. */
  readonly jensenShannon: number;
};

/**
 * Distance between two samples. An empty bin counts as half a case, since PSI is undefined there.
 * @param reference counts by bin, `current` of the same bins
 */
export function distributionShift(reference: readonly number[], current: readonly number[]): Shift {
  const [p, q] = [sharesOf(reference), sharesOf(current)];
  let [psi, jensenShannon] = [0, 0];
  p.forEach((one, bin) => {
    const other = q[bin] ?? one;
    const middle = (one + other) / 2;
    psi += (one - other) * Math.log(one / other);
    jensenShannon += (one * Math.log2(one / middle) + other * Math.log2(other / middle)) / 2;
  });
  return { psi, jensenShannon };
}

function sharesOf(counts: readonly number[]): readonly number[] {
  const filled = counts.map((count) => Math.max(count, 0.5));
  const all = filled.reduce((sum, count) => sum + count, 0);
  return filled.map((count) => count / all);
}

/** Number of bins, and of cases in each of two samples. */
export type ShiftSizes = {
  readonly bins: number;
  readonly reference: number;
  readonly current: number;
};

/**
 * The quantile of the distance between samples of one distribution: for large samples PSI is (1∕n + 1∕m) · χ²
 * with bins − 1 degrees of freedom, and the divergence is PSI∕(8 ln 2).
 * @param share the quantile's level, 0.95
 */
export function shiftByChance(share: number, { bins, reference, current }: ShiftSizes): Shift {
  const psi = chiSquareQuantile(share, bins - 1) * (1 / reference + 1 / current);
  return { psi, jensenShannon: psi / (8 * Math.LN2) };
}

/** Minimum sample size. */
const casesMin = 100;
/** Minimum PSI of practical relevance. */
const psiMin = 0.1;

/**
 * Whether two samples differ significantly and relevantly: PSI above 0.1 and above the 99 % quantile without a shift.
 * @returns null if either sample has fewer than 100 cases
 */
export function isShifted(
  reference: readonly number[],
  current: readonly number[],
): boolean | null {
  const count = (counts: readonly number[]) => counts.reduce((sum, each) => sum + each, 0);
  const sizes = { bins: reference.length, reference: count(reference), current: count(current) };
  if (sizes.reference < casesMin || sizes.current < casesMin) return null;
  const { psi } = distributionShift(reference, current);
  return psi > Math.max(psiMin, shiftByChance(0.99, sizes).psi);
}
