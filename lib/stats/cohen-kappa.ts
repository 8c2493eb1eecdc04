import { cutTo, type Interval } from "./interval";
import { standardErrors } from "./quantiles/normal-quantile";

/** Agreement beyond chance: 1 complete, 0 chance level; the interval is cut to −1 and 1. */
export type Kappa = { readonly value: number; readonly interval: Interval };

/**
 * Cohen's κ of two raters (Cohen 1960) with the large-sample 95 % interval of Fleiss, Cohen and Everitt (1969).
 * @param pairs the two raters' categories of each item
 * @returns null without pairs, or if both raters only use one and the same category
 */
export function cohenKappa(pairs: readonly (readonly [string, string])[]): Kappa | null {
  const total = pairs.length;
  const first = sharesOf(pairs.map(([one]) => one));
  const second = sharesOf(pairs.map(([, other]) => other));
  const cells = sharesOf(pairs.map((pair) => JSON.stringify(pair)));
  const shareOf = (shares: ReadonlyMap<string, number>, name: string) => shares.get(name) ?? 0;
  const cell = (one: string, other: string) => shareOf(cells, JSON.stringify([one, other]));
  const names = [...new Set([...first.keys(), ...second.keys()])];
  const observed = sum(names.map((name) => cell(name, name)));
  const expected = sum(names.map((name) => shareOf(first, name) * shareOf(second, name)));
  if (total === 0 || expected === 1) return null;
  const value = (observed - expected) / (1 - expected);
  const rest = 1 - value;
  const alike = names.map((name) => {
    const margins = shareOf(first, name) + shareOf(second, name);
    return cell(name, name) * (1 - margins * rest) ** 2;
  });
  const apart = names.flatMap((one) =>
    names
      .filter((other) => other !== one)
      .map((other) => cell(one, other) * (shareOf(first, other) + shareOf(second, one)) ** 2),
  );
  const spread = sum(alike) + rest ** 2 * sum(apart) - (value - expected * rest) ** 2;
  const half = (standardErrors(0.95) * Math.sqrt(Math.max(0, spread) / total)) / (1 - expected);
  return { value, interval: cutTo([value - half, value + half], -1, 1) };
}

function sharesOf(said: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const each of said) counts.set(each, (counts.get(each) ?? 0) + 1);
  return new Map([...counts].map(([name, count]) => [name, count / said.length]));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
