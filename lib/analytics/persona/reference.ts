import { addSums, meanOf, type Sums } from "@/lib/stats/sums";

/** The reference of values: the baseline's mean of their kind of case. */
export type Reference = {
  /** The baseline's mean over all its contacts. */
  readonly mean: number;
  /** Their standard deviation within kinds of case. */
  readonly spread: number;
  readonly count: number;
  /** By kind of case; null: the kind has `others`. */
  readonly kinds: readonly (Sums | null)[];
  readonly others: Sums;
};

/** Kinds of case with fewer contacts in the baseline are combined. */
const kindMin = 5;

/**
 * Computes the reference of later values.
 * @param baseline by kind of case
 * @param leastSpread the smallest spread used: without one, any change of a constant would be a signal
 */
export function referenceOf(baseline: readonly Sums[], leastSpread: number): Reference {
  const all = addSums(baseline);
  const kinds = baseline.map((own) => (own.count >= kindMin ? own : null));
  const rest = addSums(baseline.filter(({ count }) => count < kindMin));
  const hasRest = rest.count >= kindMin;
  const groups = [...kinds.filter((each) => each !== null), ...(hasRest ? [rest] : [])];
  const inside = groups.reduce((sum, each) => sum + squaresWithin(each), 0);
  const freedom = groups.reduce((sum, { count }) => sum + count - 1, 0);
  const spread = freedom < 1 ? 0 : Math.sqrt(inside / freedom);
  return {
    ...{ mean: meanOf(all), count: all.count, kinds },
    spread: Math.max(spread, leastSpread),
    others: hasRest ? rest : all,
  };
}

/** The deviation of contacts from the baseline of the same kinds of case. */
export type Residual = {
  readonly count: number;
  readonly mean: number;
  /** The standard deviation of the values about their reference. */
  readonly spread: number;
  /** The standard error of the baseline's own means, in the mix of these contacts. */
  readonly centreError: number;
};

/** @param contacts by kind of case @returns null of no contact */
export function residualOf(
  contacts: readonly Sums[],
  { kinds, others, spread }: Reference,
): Residual | null {
  const { count } = addSums(contacts);
  if (count === 0) return null;
  let [sum, squares, centre, unlike] = [0, 0, 0, 0];
  contacts.forEach((own, kind) => {
    const reference = kinds[kind] ?? others;
    const mean = meanOf(reference);
    if (own.count === 0) return;
    sum += own.sum - own.count * mean;
    squares += own.squares - 2 * mean * own.sum + own.count * mean * mean;
    if (reference === others) unlike += own.count;
    else centre += ((own.count / count) * spread) ** 2 / reference.count;
  });
  if (unlike > 0) centre += ((unlike / count) * spread) ** 2 / others.count;
  const own = count < 2 ? spread : Math.sqrt(squaresWithin({ count, sum, squares }) / (count - 1));
  return { count, mean: sum / count, spread: own, centreError: Math.sqrt(centre) };
}

function squaresWithin({ count, sum, squares }: Sums): number {
  return count === 0 ? 0 : Math.max(0, squares - (sum * sum) / count);
}
