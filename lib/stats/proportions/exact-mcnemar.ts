import { logGamma } from "../special-functions";

/** Chances of so uneven a split of changes, or a more uneven one, where either way is as likely. */
export type McnemarChances = {
  /** Of at least so many that became worse. */
  readonly oneSided: number;
  readonly twoSided: number;
  /** Counting what was observed by half: the test at the level it names, on average. */
  readonly midOneSided: number;
  readonly midTwoSided: number;
};

/**
 * The exact test for pairs (McNemar 1947): P(X ≥ worse) for X of a binomial distribution with
 * `worse + better` draws at one half; the mid-P as in Fagerland, Lydersen and Laake (2013).
 * @param worse pairs that were good before and are not now; `better` the other way round
 */
export function exactMcnemar(worse: number, better: number): McnemarChances {
  const draws = worse + better;
  const chanceOf = (hits: number) =>
    Math.exp(
      logGamma(draws + 1) - logGamma(hits + 1) - logGamma(draws - hits + 1) - draws * Math.LN2,
    );
  const from = (hits: number) => {
    let sum = 0;
    for (let each = hits; each <= draws; each += 1) sum += chanceOf(each);
    return Math.min(1, sum);
  };
  const observed = chanceOf(worse);
  const oneSided = from(worse);
  const twiceLarger = 2 * from(Math.max(worse, better));
  return {
    oneSided,
    twoSided: Math.min(1, twiceLarger),
    midOneSided: oneSided - observed / 2,
    midTwoSided: twiceLarger - observed,
  };
}
