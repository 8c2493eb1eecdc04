import { meanOf, sumsOf, type Sums } from "@/lib/stats/sums";
import type { SpokenValue } from "./series";

/** What values are held against: the baseline's mean of their kind of case. */
export type Reference = {
  /** The baseline's mean over all its contacts. */
  readonly mean: number;
  /** Their standard deviation within kinds of case. */
  readonly spread: number;
  readonly count: number;
  /** By kind of case; the rest have `others`. */
  readonly strata: ReadonlyMap<string, Sums>;
  readonly others: Sums;
};

/** Kinds of case with fewer contacts in the baseline are taken together. */
const stratumMin = 5;

/**
 * Reads what later values are held against.
 * @param leastSpread a smaller spread is taken for this: what never varied would make a signal of anything
 */
export function referenceOf(baseline: readonly SpokenValue[], leastSpread: number): Reference {
  const values = new Map<string, number[]>();
  for (const { stratum, value } of baseline) {
    values.set(stratum, [...(values.get(stratum) ?? []), value]);
  }
  const all = sumsOf(baseline.map(({ value }) => value));
  const strata = new Map<string, Sums>();
  const rest: number[] = [];
  for (const [stratum, own] of values) {
    if (own.length >= stratumMin) strata.set(stratum, sumsOf(own));
    else rest.push(...own);
  }
  const others = rest.length >= stratumMin ? sumsOf(rest) : all;
  const groups = [...strata.values(), ...(rest.length >= stratumMin ? [others] : [])];
  const inside = groups.reduce((sum, each) => sum + squaresWithin(each), 0);
  const freedom = groups.reduce((sum, { count }) => sum + count - 1, 0);
  const spread = freedom < 1 ? 0 : Math.sqrt(inside / freedom);
  const mean = meanOf(all);
  return { mean, spread: Math.max(spread, leastSpread), count: all.count, strata, others };
}

/** How far some contacts lie from what the baseline has of the same kinds of case. */
export type Residual = {
  readonly count: number;
  readonly mean: number;
  /** The standard deviation of the values about what they are held against. */
  readonly spread: number;
  /** How far the baseline's own means may be off, in the mix of these contacts: a standard error. */
  readonly centreError: number;
};

/** @returns null of no contact */
export function residualOf(
  contacts: readonly SpokenValue[],
  { strata, others, spread }: Reference,
): Residual | null {
  const count = contacts.length;
  if (count === 0) return null;
  const residuals: number[] = [];
  const shares = new Map<Sums, number>();
  for (const { stratum, value } of contacts) {
    const reference = strata.get(stratum) ?? others;
    residuals.push(value - meanOf(reference));
    shares.set(reference, (shares.get(reference) ?? 0) + 1 / count);
  }
  const sums = sumsOf(residuals);
  let centre = 0;
  for (const [reference, share] of shares) centre += (share * spread) ** 2 / reference.count;
  const own = count < 2 ? spread : Math.sqrt(squaresWithin(sums) / (count - 1));
  return { count, mean: meanOf(sums), spread: own, centreError: Math.sqrt(centre) };
}

function squaresWithin({ count, sum, squares }: Sums): number {
  return count === 0 ? 0 : Math.max(0, squares - (sum * sum) / count);
}
