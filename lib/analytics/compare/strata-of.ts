import type { Sums } from "@/lib/stats/sums";
import { cellIndex, type ArmSums } from "./sum-arms";

/** How many values, and their sum. */
export type Tally = Pick<Sums, "count" | "sum">;

/** Both arms' cases of one kind, in one region or in several. */
export type Stratum = {
  readonly kind: number;
  /** Null: any, as no region of the kind has enough cases by itself. */
  readonly regions: readonly number[] | null;
  readonly isRest: boolean;
  readonly a: Tally;
  readonly b: Tally;
};

/**
 * Mature cases per arm that a stratum needs. Where none has as many, `fewCases` suffice, and the result is flagged
 * (docs/decisions/0025-compare.md).
 */
export const leastCases = 30;
export const fewCases = 8;

export type Strata = {
  /** The most cases first. */
  readonly strata: readonly Stratum[];
  /** The cases that each arm needs. */
  readonly least: number;
};

/**
 * Kinds of case, and within each the regions that have enough cases of both arms by themselves; the kind's other cases
 * form one stratum.
 * @param isKnown whether a region is one, by number
 */
export function strataOf(
  sums: ArmSums,
  size: { readonly kinds: number; readonly isKnown: readonly boolean[] },
): Strata {
  const strata = Array.from({ length: size.kinds }, (_, kind) =>
    strataOfKind(sums, kind, size.isKnown),
  ).flat();
  const some = strata
    .filter(({ a, b }) => a.count + b.count > 0)
    .sort((one, other) => sizeOf(other) - sizeOf(one));
  const least = some.some((each) => hasEnough(each, leastCases)) ? leastCases : fewCases;
  return { strata: some, least };
}

/** Whether both arms have as many cases of a kind. */
export function hasEnough({ a, b }: Pick<Stratum, "a" | "b">, least: number): boolean {
  return a.count >= least && b.count >= least;
}

function strataOfKind(
  sums: ArmSums,
  kind: number,
  isKnown: readonly boolean[],
): readonly Stratum[] {
  const regions = isKnown.map((_, region) => region);
  const pair = (own: readonly number[]) => ({
    a: tallyOf(sums, kind, own, 0),
    b: tallyOf(sums, kind, own, 1),
  });
  const own = regions.filter((region) => {
    return isKnown[region] === true && hasEnough(pair([region]), leastCases);
  });
  const whole = { kind, isRest: false };
  if (own.length === 0) return [{ ...whole, regions: null, ...pair(regions) }];
  const rest = regions.filter((region) => {
    return !own.includes(region) && sizeOf(pair([region])) > 0;
  });
  return [
    ...own.map((region) => ({ ...whole, regions: [region], ...pair([region]) })),
    { kind, isRest: true, regions: rest, ...pair(rest) },
  ];
}

function tallyOf(
  { counts, sums, regions: size }: ArmSums,
  kind: number,
  regions: readonly number[],
  arm: 0 | 1,
): Tally {
  let [count, sum] = [0, 0];
  for (const region of regions) {
    const place = cellIndex(kind, region, arm, size);
    count += counts[place] ?? 0;
    sum += sums[place] ?? 0;
  }
  return { count, sum };
}

function sizeOf({ a, b }: Pick<Stratum, "a" | "b">): number {
  return a.count + b.count;
}
