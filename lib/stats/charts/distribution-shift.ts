import { chiSquareQuantile } from "../special-functions";

/** How far two distributions over the same bins are apart, by two measures; 0 where they are the same. */
export type Shift = {
  /** The population stability index, Σ (p − q) ln(p∕q). */
  readonly psi: number;
  /** The Jensen–Shannon divergence to base 2 (Lin 1991), 0 to 1. */
  readonly jensenShannon: number;
};

/**
 * How far two samples are apart. An empty bin counts as half a case: the index has no value there.
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

/** Two samples: how many bins there are, and how many cases in each sample. */
export type ShiftSizes = {
  readonly bins: number;
  readonly reference: number;
  readonly current: number;
};

/**
 * What samples of one and the same distribution stay below: for large samples PSI is
 * (1∕n + 1∕m) · χ² with one degree of freedom less than bins, and the divergence is PSI∕(8 ln 2).
 * @param share of such pairs of samples, 0.95
 */
export function shiftByChance(share: number, { bins, reference, current }: ShiftSizes): Shift {
  const psi = chiSquareQuantile(share, bins - 1) * (1 / reference + 1 / current);
  return { psi, jensenShannon: psi / (8 * Math.LN2) };
}

/** A sample below this is too small for its distribution to be told. */
const casesMin = 100;
/** An index below this is of no consequence, however sure one is of it. */
const psiMin = 0.1;

/**
 * Whether two samples differ by more than chance and by enough to matter: PSI above 0.1 and above what
 * 99 % of unchanged pairs stay below.
 * @returns null where either sample has fewer than 100 cases
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
