import type { LeftOutFigure } from "@/lib/stats/bootstrap-groups";
import type { ArmCases } from "./arm-cases";
import type { ArmSums } from "./sum-arms";

/** The means of both arms over the same mix of strata, and the second less the first. */
export type ArmFigures = Readonly<Record<"a" | "b" | "difference", LeftOutFigure>>;

/** Of each stratum four numbers: the first arm's cases and their sum, the second's cases and their sum. */
type StratumSums = Float64Array;
const perStratum = 4;

type Compared = {
  /** By place. */
  readonly sums: ArmSums;
  /** One entry per case; NaN where it is not counted. */
  readonly values: Float64Array;
  /** By kind and region: the stratum's number; below 0: none. */
  readonly stratumOf: Int32Array;
  readonly strata: number;
  /** Whether values are hits or misses: an arm without either is then not certain. */
  readonly isShare: boolean;
};

/**
 * Compares two arms within strata: each stratum's means weigh n₁n₂∕(n₁ + n₂) in both (Mantel and Haenszel 1959), so
 * that neither has the harder mix. With a single stratum these are the crude means.
 * @returns the figures of all groups of customers, and without each group; NaN where no stratum is shared
 */
export function leaveGroupsOut(
  { places, groups: { ofCase, count: groups } }: Pick<ArmCases, "places" | "groups">,
  { sums, values, stratumOf, strata, isShare }: Compared,
): { readonly crude: ArmFigures; readonly adjusted: ArmFigures } {
  // The last entry is of no stratum.
  const all = new Float64Array(perStratum * (strata + 1));
  const cellOf = new Uint32Array(sums.counts.length);
  for (let place = 0; place < cellOf.length; place += 1) {
    const at = cellAt(place, stratumOf, strata);
    cellOf[place] = at;
    all[at] = (all[at] ?? 0) + (sums.counts[place] ?? 0);
    all[at + 1] = (all[at + 1] ?? 0) + (sums.sums[place] ?? 0);
  }
  const crude = collectLeft(asOneStratum(all), groups);
  const adjusted = collectLeft(all.subarray(0, perStratum * strata), groups);
  const ofGroups = new Float64Array(groups * all.length);
  for (let index = 0; index < places.length; index += 1) {
    const value = values[index] ?? NaN;
    if (Number.isNaN(value)) continue;
    const at = (ofCase[index] ?? 0) * all.length + (cellOf[places[index] ?? 0] ?? 0);
    ofGroups[at] = (ofGroups[at] ?? 0) + 1;
    ofGroups[at + 1] = (ofGroups[at + 1] ?? 0) + value;
  }
  for (let group = 0; group < groups; group += 1) {
    const own = ofGroups.subarray(group * all.length, (group + 1) * all.length);
    crude.leave(group, asOneStratum(own));
    adjusted.leave(group, own);
  }
  return { crude: crude.figures(isShare), adjusted: adjusted.figures(isShare) };
}

/** The index of a place's count; its sum follows. */
function cellAt(place: number, stratumOf: Int32Array, strata: number): number {
  const stratum = stratumOf[place >> 1] ?? -1;
  return perStratum * (stratum < 0 ? strata : stratum) + 2 * (place & 1);
}

function asOneStratum(sums: StratumSums): StratumSums {
  const one = new Float64Array(perStratum);
  for (let at = 0; at < sums.length; at += 1) {
    const into = at & (perStratum - 1);
    one[into] = (one[into] ?? 0) + (sums[at] ?? 0);
  }
  return one;
}

/** Subtracts groups from the totals, one at a time. @param all by stratum */
function collectLeft(all: StratumSums, count: number) {
  const [a, b] = [new Float64Array(count), new Float64Array(count)];
  const difference = new Float64Array(count);
  const whole = weigh(all, new Float64Array(all.length));
  let groups = 0;
  return {
    /** @param own the group's sums by stratum, followed by others' */
    leave: (group: number, own: StratumSums) => {
      const left = weigh(all, own);
      a[group] = left.a / left.weight;
      b[group] = left.b / left.weight;
      difference[group] = (left.b - left.a) / left.weight;
      groups += Number(left.cases < whole.cases);
    },
    figures: (isShare: boolean): ArmFigures => {
      const { weight } = whole;
      const pulls = (arm: "a" | "b") =>
        isShare ? imaginedPulls(all, weight, arm, whole[arm] / weight) : ([0, 0] as const);
      const [ofA, ofB] = [pulls("a"), pulls("b")];
      const of = (value: number, without: Float64Array) => ({ value, without, groups });
      return {
        a: { ...of(whole.a / weight, a), imagined: [...ofA, 0, 0] },
        b: { ...of(whole.b / weight, b), imagined: [0, 0, ...ofB] },
        difference: {
          ...of((whole.b - whole.a) / weight, difference),
          imagined: [-ofA[0], -ofA[1], ...ofB],
        },
      };
    },
  };
}

/**
 * The pull of one more hit and one more miss on an arm's share: the two cases that Agresti and Caffo (2000) add, as an
 * arm without a hit would otherwise be certain. Its weighted strata are worth as many cases as one stratum of n_e,
 * 1∕n_e being the sum of w²∕n (Kish 1965).
 */
function imaginedPulls(
  all: StratumSums,
  weight: number,
  arm: "a" | "b",
  share: number,
): readonly [hit: number, miss: number] {
  let inverse = 0;
  for (let at = 0; at < all.length; at += perStratum) {
    const [countA = 0, countB = 0] = [all[at], all[at + 2]];
    const own = arm === "a" ? countA : countB;
    const cases = countA + countB;
    if (countA > 0 && countB > 0) inverse += ((countA * countB) / cases / weight) ** 2 / own;
  }
  const more = 1 / inverse + 2;
  const moved = (share / inverse + 1) / more;
  return [(1 - moved) / more, -moved / more];
}

/** Both arms' means times their weights, summed over shared strata, and all cases of the strata. */
type Weighed = {
  readonly cases: number;
  readonly weight: number;
  readonly a: number;
  readonly b: number;
};

/** @param less is subtracted from `all` first */
function weigh(all: StratumSums, less: StratumSums): Weighed {
  let [total, weight, a, b] = [0, 0, 0, 0];
  for (let at = 0; at < all.length; at += perStratum) {
    const countA = (all[at] ?? 0) - (less[at] ?? 0);
    const countB = (all[at + 2] ?? 0) - (less[at + 2] ?? 0);
    const cases = countA + countB;
    total += cases;
    if (countA === 0 || countB === 0) continue;
    weight += (countA * countB) / cases;
    a += (countB * ((all[at + 1] ?? 0) - (less[at + 1] ?? 0))) / cases;
    b += (countA * ((all[at + 3] ?? 0) - (less[at + 3] ?? 0))) / cases;
  }
  return { cases: total, weight, a, b };
}
