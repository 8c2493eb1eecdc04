import type { Imagined, LeftOutFigure } from "@/lib/stats/bootstrap-groups";
import type { ArmSums } from "./sum-arms";

/** The means of both arms over the same mix of strata, and the second less the first. */
export type ArmFigures = Readonly<Record<"a" | "b" | "difference", LeftOutFigure>>;

/** Of each stratum four numbers: the first arm's cases and their sum, the second's cases and their sum. */
type StratumSums = Float64Array;

/** Both arms' means times their weights, added up over strata that both have. */
type Weighed = { strata: number; weight: number; a: number; b: number };

/**
 * Compares two arms within strata: each stratum's means weigh n₁n₂∕(n₁ + n₂) in both (Mantel and Haenszel
 * 1959), so that neither has the harder mix. With one stratum of everything these are the crude means.
 * @param stratumOf of each kind and region, by number; below 0 what is left out
 * @param isShare whether each case is a hit or a miss: an arm without either is then not taken for certain
 * @returns the figures of all groups of customers, and without each group; NaN where no stratum is shared
 */
export function leaveGroupsOut(
  sums: ArmSums,
  stratumOf: Int32Array,
  { strata, isShare }: { readonly strata: number; readonly isShare: boolean },
): ArmFigures {
  const all = new Float64Array(4 * strata);
  sums.totals.counts.forEach((count, place) => {
    const stratum = stratumOf[place >> 1] ?? -1;
    if (stratum >= 0) add(all, stratum, place & 1, count, sums.totals.sums[place] ?? 0);
  });
  const whole: Weighed = { strata: 0, weight: 0, a: 0, b: 0 };
  for (let stratum = 0; stratum < strata; stratum += 1) weigh(whole, all, stratum, 1);
  const { without, groups } = weighWithout(sums, stratumOf, all, whole);
  const per = ({ strata: shared, weight }: Weighed, value: number) =>
    shared === 0 ? NaN : value / weight;
  const figure = (of: (weighed: Weighed) => number, imagined: Imagined): LeftOutFigure => ({
    ...{ value: per(whole, of(whole)), groups, imagined },
    without: Float64Array.from(without, (weighed) => per(weighed, of(weighed))),
  });
  const imagined = (arm: "a" | "b") =>
    isShare ? imaginedPulls(all, whole.weight, arm, per(whole, whole[arm])) : ([0, 0] as const);
  const [ofA, ofB] = [imagined("a"), imagined("b")];
  return {
    a: figure(({ a }) => a, [...ofA, 0, 0]),
    b: figure(({ b }) => b, [0, 0, ...ofB]),
    difference: figure(({ a, b }) => b - a, [-ofA[0], -ofA[1], ...ofB]),
  };
}

/**
 * How far one more hit and one more miss would pull an arm's share: two cases that Agresti and Caffo (2000)
 * add, for an arm without a hit would otherwise be certain to have none. What its strata weigh makes it
 * worth as many cases as one stratum of n_e, 1∕n_e being the sum of w²∕n (Kish 1965).
 */
function imaginedPulls(
  all: StratumSums,
  weight: number,
  arm: "a" | "b",
  share: number,
): readonly [hit: number, miss: number] {
  let inverse = 0;
  for (let at = 0; at < all.length; at += 4) {
    const [countA = 0, countB = 0] = [all[at], all[at + 2]];
    const own = arm === "a" ? countA : countB;
    const cases = countA + countB;
    if (countA > 0 && countB > 0) inverse += ((countA * countB) / cases / weight) ** 2 / own;
  }
  const more = 1 / inverse + 2;
  const moved = (share / inverse + 1) / more;
  return [(1 - moved) / more, -moved / more];
}

/** One entry a group: only the strata that it has cases of are weighed anew. */
function weighWithout(
  { starts, places, counts, sums }: ArmSums,
  stratumOf: Int32Array,
  all: StratumSums,
  whole: Weighed,
): { readonly without: readonly Weighed[]; readonly groups: number } {
  const rest = all.slice();
  let groups = 0;
  const without = Array.from({ length: starts.length - 1 }, (_, group) => {
    const touched = new Set<number>();
    const end = starts[group + 1] ?? 0;
    for (let cell = starts[group] ?? 0; cell < end; cell += 1) {
      const place = places[cell] ?? 0;
      const stratum = stratumOf[place >> 1] ?? -1;
      if (stratum < 0) continue;
      add(rest, stratum, place & 1, -(counts[cell] ?? 0), -(sums[cell] ?? 0));
      touched.add(stratum);
    }
    groups += Number(touched.size > 0);
    const weighed = { ...whole };
    for (const stratum of touched) {
      weigh(weighed, all, stratum, -1);
      weigh(weighed, rest, stratum, 1);
      rest.set(all.subarray(4 * stratum, 4 * stratum + 4), 4 * stratum);
    }
    return weighed;
  });
  return { without, groups };
}

function add(into: StratumSums, stratum: number, arm: number, count: number, sum: number): void {
  const at = 4 * stratum + 2 * arm;
  into[at] = (into[at] ?? 0) + count;
  into[at + 1] = (into[at + 1] ?? 0) + sum;
}

function weigh(into: Weighed, of: StratumSums, stratum: number, sign: 1 | -1): void {
  const [countA = 0, sumA = 0, countB = 0, sumB = 0] = of.subarray(4 * stratum, 4 * stratum + 4);
  if (countA === 0 || countB === 0) return;
  const cases = countA + countB;
  into.strata += sign;
  into.weight += (sign * countA * countB) / cases;
  into.a += (sign * countB * sumA) / cases;
  into.b += (sign * countA * sumB) / cases;
}
