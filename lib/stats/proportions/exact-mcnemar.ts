import { logGamma } from "../special-functions";

/** p-values of a split of changes at least as uneven, if both directions are equally likely. */
export type McnemarChances = {
  /** For at least as many that became worse. */
  readonly oneSided: number;
  readonly twoSided: number;
  /** Counting the observed outcome half: the nominal level on average. */
  readonly midOneSided: number;
  readonly midTwoSided: number;
};

/**
 * Exact McNemar test of pairs (McNemar 1947): P(X ≥ worse) for X binomial with `worse + better` trials at one half;
 * mid-P as in Fagerland, Lydersen and Laake (2013).
 * @param worse pairs that changed from good to bad; `better` the reverse
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
