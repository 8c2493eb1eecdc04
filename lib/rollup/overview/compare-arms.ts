import { bootstrapInterval } from "@/lib/stats/bootstrap-interval";
import type { Interval } from "@/lib/stats/interval";
import { standardErrors } from "@/lib/stats/normal-quantile";
import { seededDraws } from "@/lib/stats/seeded-draws";
import type { Estimate } from "@/lib/stats/standardise";
import { addSums, meanOf, varianceOf, type Sums } from "@/lib/stats/sums";
import type { ArmCase, ArmStratum, SideBySide } from "./side-by-side";

export type ArmComparison = {
  readonly crude: readonly [number, number];
  /** Cases of each. */
  readonly counts: readonly [number, number];
  /** With the same mix of types in both. */
  readonly adjusted: readonly [Estimate, Estimate];
  /** The second less the first, in the types that both have. */
  readonly crudeDifference: Estimate;
  readonly adjustedDifference: Estimate;
  /** Types of which both have cases, the most cases first. */
  readonly strata: readonly ArmStratum[];
  /** Cases of types that only one of them has. */
  readonly leftOut: number;
  /** What the intervals are drawn from: customers, or the spread of the cases where these are many. */
  readonly by: "customers" | "cases";
};

const samples = 2000;
/** A type of which either has fewer cases says nothing of its mean. */
const stratumMin = 2;

/**
 * Compares the contacts a case takes under two prompts, as they are and within types of case: each
 * type's mean weighs n₁n₂∕(n₁ + n₂) in both arms (Mantel and Haenszel 1959), so that neither has the
 * harder mix. Intervals are the bootstrap's, of customers (2,000 samples, always the same draws); of
 * cases that are not named one by one they are the normal ones of their sums.
 * @param customerOf whose a case is, by its key; a case of nobody known is a customer of its own
 * @returns null where no type is shared
 */
export function compareArms(
  { strata, cases }: SideBySide,
  customerOf: ReadonlyMap<number, string | null>,
): ArmComparison | null {
  const shared = strata.filter(
    ({ arms: [one, other] }) => Math.min(one.count, other.count) >= stratumMin,
  );
  if (shared.length === 0) return null;
  const rest = strata.filter((each) => !shared.includes(each));
  const all = [0, 1].map((arm) => addSums(strata.map(({ arms }) => arms[arm === 0 ? 0 : 1])));
  const [one = addSums([]), other = addSums([])] = all;
  return {
    crude: [meanOf(one), meanOf(other)],
    counts: [one.count, other.count],
    ...(cases === null ? compareSums(shared) : drawCustomers(shared, cases, customerOf)),
    strata: shared,
    leftOut: rest.reduce((sum, { arms }) => sum + arms[0].count + arms[1].count, 0),
    by: cases === null ? "cases" : "customers",
  };
}

type Compared = Pick<ArmComparison, "adjusted" | "crudeDifference" | "adjustedDifference">;

function weightsOf(shared: readonly ArmStratum[]): readonly number[] {
  return shared.map(
    ({ arms: [one, other] }) => (one.count * other.count) / (one.count + other.count),
  );
}

function compareSums(shared: readonly ArmStratum[]): Compared {
  const weights = weightsOf(shared);
  const weight = weights.reduce((sum, each) => sum + each, 0);
  const arms = ([0, 1] as const).map((arm) => {
    const own = shared.map((each) => each.arms[arm]);
    const share = (at: number) => (weights[at] ?? 0) / weight;
    const value = own.reduce((sum, sums, at) => sum + share(at) * meanOf(sums), 0);
    const variance = own.reduce((sum, sums, at) => sum + share(at) ** 2 * errorOf(sums), 0);
    const whole = addSums(own);
    return { value, variance, crude: meanOf(whole), crudeVariance: errorOf(whole) };
  });
  const [one, other] = arms;
  if (one === undefined || other === undefined) throw new Error("There are two arms.");
  return {
    adjusted: [about(one.value, one.variance), about(other.value, other.variance)],
    crudeDifference: about(other.crude - one.crude, one.crudeVariance + other.crudeVariance),
    adjustedDifference: about(other.value - one.value, one.variance + other.variance),
  };
}

function errorOf(sums: Sums): number {
  return varianceOf(sums) / sums.count;
}

function about(value: number, variance: number): Estimate {
  const reach = standardErrors(0.95) * Math.sqrt(variance);
  return { value, interval: [value - reach, value + reach] };
}

/** Cases of one customer, by arm: drawn together, for they are not independent of each other. */
type Customer = { readonly arms: readonly [Tallies, Tallies] };
/** One entry a case: the position of its type, and its contacts. */
type Tallies = readonly { readonly at: number; readonly sum: number }[];
type FigureOf = (sample: readonly Customer[]) => number | null;

function drawCustomers(
  shared: readonly ArmStratum[],
  cases: readonly [readonly ArmCase[], readonly ArmCase[]],
  customerOf: ReadonlyMap<number, string | null>,
): Compared {
  const types = shared.map(({ type }) => type);
  const weights = weightsOf(shared);
  const customers = customersOf(cases, types, customerOf);
  const below = seededDraws(20_261);
  const intervalOf = (figure: FigureOf): Interval =>
    bootstrapInterval(customers, figure, { samples, below }) ?? [-Infinity, Infinity];
  const estimate = (figure: FigureOf): Estimate => ({
    value: figure(customers) ?? NaN,
    interval: intervalOf(figure),
  });
  const crudeOf =
    (arm: 0 | 1): FigureOf =>
    (sample) =>
      crudeMean(sample, arm, types.length);
  const adjustedOf =
    (arm: 0 | 1): FigureOf =>
    (sample) =>
      adjustedMean(sample, arm, weights);
  const lessOf =
    (of: (arm: 0 | 1) => FigureOf): FigureOf =>
    (sample) => {
      const [one, other] = [of(0)(sample), of(1)(sample)];
      return one === null || other === null ? null : other - one;
    };
  return {
    adjusted: [estimate(adjustedOf(0)), estimate(adjustedOf(1))],
    crudeDifference: estimate(lessOf(crudeOf)),
    adjustedDifference: estimate(lessOf(adjustedOf)),
  };
}

function customersOf(
  arms: readonly [readonly ArmCase[], readonly ArmCase[]],
  types: readonly string[],
  customerOf: ReadonlyMap<number, string | null>,
): readonly Customer[] {
  const cases = new Map<string, [ArmCase[], ArmCase[]]>();
  arms.forEach((arm, number) => {
    for (const each of arm) {
      if (!types.includes(each.type)) continue;
      const customer = customerOf.get(each.key) ?? `of case ${String(each.key)}`;
      const own = cases.get(customer) ?? [[], []];
      own[number === 0 ? 0 : 1].push(each);
      cases.set(customer, own);
    }
  });
  const tallies = (own: readonly ArmCase[]): Tallies =>
    own.map(({ type, contacts }) => ({ at: types.indexOf(type), sum: contacts }));
  return [...cases.values()].map(([one, other]) => ({ arms: [tallies(one), tallies(other)] }));
}

function crudeMean(sample: readonly Customer[], arm: 0 | 1, types: number): number | null {
  const { counts, sums } = totals(sample, arm, types);
  const count = counts.reduce((all, each) => all + each, 0);
  return count === 0 ? null : sums.reduce((all, each) => all + each, 0) / count;
}

function adjustedMean(
  sample: readonly Customer[],
  arm: 0 | 1,
  weights: readonly number[],
): number | null {
  const { counts, sums } = totals(sample, arm, weights.length);
  let [all, weighed] = [0, 0];
  for (let at = 0; at < weights.length; at += 1) {
    const [count = 0, sum = 0, weight = 0] = [counts[at], sums[at], weights[at]];
    if (count === 0) return null;
    all += weight;
    weighed += (weight * sum) / count;
  }
  return weighed / all;
}

function totals(sample: readonly Customer[], arm: 0 | 1, types: number) {
  const [counts, sums] = [new Float64Array(types), new Float64Array(types)];
  for (const customer of sample) {
    for (const { at, sum } of customer.arms[arm]) {
      counts[at] = (counts[at] ?? 0) + 1;
      sums[at] = (sums[at] ?? 0) + sum;
    }
  }
  return { counts, sums };
}
