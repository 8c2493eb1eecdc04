import { bootstrapInterval } from "@/lib/stats/bootstrap-interval";
import type { Interval } from "@/lib/stats/interval";
import { stratifiedDifference } from "@/lib/stats/stratified-difference";
import { sumsOf, type Sums } from "@/lib/stats/sums";

/** A case of one of two arms, with what is measured of it. */
export type ArmCase = {
  readonly arm: "a" | "b";
  /** The kind of case: its type and the channel it began on. */
  readonly stratum: string;
  /** See `Columns`: what one customer has is taken together. */
  readonly customer: number;
  readonly value: number;
};

/** Both arms' cases of one kind. */
export type ComparedStratum = {
  readonly stratum: string;
  readonly a: Sums;
  readonly b: Sums;
  readonly isCompared: boolean;
};

/** `b − a`, with what it may be. */
export type ArmDifference = { readonly value: number; readonly interval: Interval | null };

export type ArmComparison = {
  readonly a: Sums;
  readonly b: Sums;
  /** Null where an arm has no case. */
  readonly crude: ArmDifference | null;
  /** Within kinds of case; null where no kind has enough of both. */
  readonly adjusted: ArmDifference | null;
  /** The most cases first. */
  readonly strata: readonly ComparedStratum[];
  /** Cases that each arm must have of a kind. */
  readonly least: number;
};

/** Domain.md §2.3. Where no kind has as many, fewer will do and are called few. */
export const leastCases = 30;
export const fewCases = 8;
const samples = 1000;
/** Customers are drawn in so many groups at most, which keeps what one customer has together. */
const groupsMax = 1000;

/**
 * Compares two arms, at first sight and within kinds of case: weights n₁n₂∕(n₁ + n₂) of Mantel and Haenszel,
 * intervals from customers drawn with replacement.
 * @param below gives a whole number from 0 up to its argument, by chance
 */
export function compareArms(
  cases: readonly ArmCase[],
  below: (limit: number) => number,
): ArmComparison {
  const sums = new Map<string, { readonly a: number[]; readonly b: number[] }>();
  for (const { arm, stratum, value } of cases) {
    const own = sums.get(stratum) ?? { a: [], b: [] };
    own[arm].push(value);
    sums.set(stratum, own);
  }
  const isEnough = (least: number) => (own: { readonly a: number[]; readonly b: number[] }) =>
    own.a.length >= least && own.b.length >= least;
  const least = [...sums.values()].some(isEnough(leastCases)) ? leastCases : fewCases;
  const strata = [...sums]
    .map(([stratum, own]) => ({
      stratum,
      a: sumsOf(own.a),
      b: sumsOf(own.b),
      isCompared: isEnough(least)(own),
    }))
    .sort((one, other) => other.a.count + other.b.count - one.a.count - one.b.count);
  const compared = new Set(strata.flatMap((each) => (each.isCompared ? [each.stratum] : [])));
  const within = cases.filter(({ stratum }) => compared.has(stratum));
  return {
    a: sumsOf(cases.filter(({ arm }) => arm === "a").map(({ value }) => value)),
    b: sumsOf(cases.filter(({ arm }) => arm === "b").map(({ value }) => value)),
    crude: differenceOf(cases, () => "", below),
    adjusted: differenceOf(within, ({ stratum }) => stratum, below),
    strata,
    least,
  };
}

function differenceOf(
  cases: readonly ArmCase[],
  stratumOf: (each: ArmCase) => string,
  below: (limit: number) => number,
): ArmDifference | null {
  const groups = new Map<number, ArmCase[]>();
  for (const each of cases) {
    const group = each.customer % groupsMax;
    groups.set(group, [...(groups.get(group) ?? []), each]);
  }
  const figure = (sample: readonly Group[]) => {
    const strata = new Map<string, { one: Mutable; other: Mutable }>();
    for (const group of sample) {
      for (const each of group.cases) {
        const name = stratumOf(each);
        const pair = strata.get(name) ?? { one: none(), other: none() };
        strata.set(name, pair);
        add(each.arm === "b" ? pair.one : pair.other, each.value);
      }
    }
    return stratifiedDifference([...strata.values()], 1)?.value ?? null;
  };
  const units = [...groups.values()].map((own): Group => ({ cases: own }));
  const value = figure(units);
  if (value === null) return null;
  return { value, interval: bootstrapInterval(units, figure, { samples, below }) };
}

/** What is drawn: a customer’s cases. */
type Group = { readonly cases: readonly ArmCase[] };

type Mutable = { count: number; sum: number; squares: number };
const none = (): Mutable => ({ count: 0, sum: 0, squares: 0 });

function add(sums: Mutable, value: number): void {
  sums.count += 1;
  sums.sum += value;
  sums.squares += value * value;
}
