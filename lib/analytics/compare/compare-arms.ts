import type { Interval } from "@/lib/stats/interval";
import { bootstrapGroups, type LeftOutFigure } from "@/lib/stats/bootstrap-groups";
import { drawGroups, type DrawnGroups } from "@/lib/stats/draw-groups";
import { seededBelow } from "@/lib/stats/seeded-below";
import type { ArmCases, CaseKind } from "./arm-cases";
import { MISSING } from "../facets/case-facets";
import { leaveGroupsOut } from "./leave-groups-out";
import { hasEnough, strataOf, type Stratum, type Tally } from "./strata-of";
import { sumArms, type ArmSums } from "./sum-arms";

/** A figure with its interval; no interval where there are too few customers. */
export type ArmEstimate = { readonly value: number; readonly interval: Interval | null };

/** Both arms' cases of one kind. */
export type ComparedStratum = {
  readonly kind: CaseKind;
  /** Null: any. */
  readonly regions: readonly string[] | null;
  /** True of the combined regions with too few cases by themselves. */
  readonly isRest: boolean;
  readonly a: Tally;
  readonly b: Tally;
  readonly isCompared: boolean;
};

export type ArmComparison = {
  readonly a: Tally;
  readonly b: Tally;
  /** `b − a` of all their cases; null where an arm has none. */
  readonly crude: ArmEstimate | null;
  /** Within strata; null where none has enough of both. */
  readonly adjusted: AdjustedArms | null;
  /** The most cases first. */
  readonly strata: readonly ComparedStratum[];
  /** The cases that each arm needs in a stratum. */
  readonly least: number;
};

/** The arms' means with the same mix of strata in both, and `b − a` of these. */
export type AdjustedArms = Readonly<Record<"a" | "b" | "difference", ArmEstimate>>;

/** A measure of cases. */
export type Measure = {
  readonly isShare: boolean;
  /** One entry per case, in order: 1 or 0 of a share, else an amount; NaN outside the denominator. */
  readonly values: Float64Array;
};

/** Bootstrap resamples. The seed is fixed: the same comparison gives the same interval everywhere. */
const samples = 2000;
const seed = 2026;

/** The last bootstrap draws: mostly the next has the same number of groups. */
let drawn: { readonly groups: number; readonly draws: DrawnGroups } | null = null;

function usualDraws(groups: number): DrawnGroups {
  if (drawn?.groups !== groups) {
    drawn = { groups, draws: drawGroups(groups, { samples, below: seededBelow(seed) }) };
  }
  return drawn.draws;
}

/**
 * Compares two arms by some measures, crude and within strata. Intervals resample groups of customers, the same ones
 * for every measure.
 */
export function compareArms(
  cases: ArmCases,
  measures: readonly Measure[],
  draws: (groups: number) => DrawnGroups = usualDraws,
): readonly ArmComparison[] {
  const measured = measures.map((each) => measure(cases, each));
  const intervals = bootstrapGroups(
    measured.flatMap(({ crude, adjusted: { difference, a, b } }) => [crude, difference, a, b]),
    draws,
  );
  return measured.map(({ crude, adjusted, rest }, at) => {
    const [ofCrude, ofDifference, ofA, ofB] = intervals.slice(4 * at, 4 * at + 4);
    return {
      ...rest,
      crude: estimate(crude, ofCrude),
      adjusted: adjustedArms({
        difference: estimate(adjusted.difference, ofDifference),
        a: estimate(adjusted.a, ofA),
        b: estimate(adjusted.b, ofB),
      }),
    };
  });
}

function measure(cases: ArmCases, { values, isShare }: Measure) {
  const { sums, stratumOf, compared, rest } = stratify(cases, values);
  const stratified = { sums, values, stratumOf, strata: compared.length, isShare };
  const { crude, adjusted } = leaveGroupsOut(cases, stratified);
  return { crude: crude.difference, adjusted, rest };
}

/** Cases of two arms in strata. */
type Stratified = {
  readonly sums: ArmSums;
  /** By kind and region: the index of its stratum, −1 where it is not compared. */
  readonly stratumOf: Int32Array;
  /** Those that have enough of both arms. */
  readonly compared: readonly Stratum[];
  readonly rest: Pick<ArmComparison, "a" | "b" | "strata" | "least">;
};

/** Puts what a measure counts into strata. @param values one entry per case; NaN where it is not counted */
export function stratify({ kinds, regions, places }: ArmCases, values: Float64Array): Stratified {
  const isKnown = regions.map((region) => region !== MISSING);
  const sums = sumArms(places, values, { kinds: kinds.length, regions: regions.length });
  const { strata, least } = strataOf(sums, { kinds: kinds.length, isKnown });
  const compared = strata.filter((each) => hasEnough(each, least));
  const total = (arm: "a" | "b") => addTallies(strata.map((each) => each[arm]));
  const measured = strata.map((each) => ({
    kind: kinds[each.kind] ?? { type: MISSING, first: MISSING },
    regions: each.regions?.map((region) => regions[region] ?? MISSING) ?? null,
    ...{ isRest: each.isRest, a: each.a, b: each.b },
    isCompared: hasEnough(each, least),
  }));
  return {
    ...{ sums, compared, stratumOf: numberStrata(sums, kinds.length, compared) },
    rest: { a: total("a"), b: total("b"), least, strata: measured },
  };
}

function adjustedArms({
  a,
  b,
  difference,
}: Readonly<Record<keyof AdjustedArms, ArmEstimate | null>>): AdjustedArms | null {
  return a === null || b === null || difference === null ? null : { a, b, difference };
}

/** By kind and region: the index of its stratum, −1 where it is not compared. */
function numberStrata(
  { regions: size }: ArmSums,
  kinds: number,
  compared: readonly Stratum[],
): Int32Array {
  const numbers = new Int32Array(kinds * size).fill(-1);
  compared.forEach(({ kind, regions }, number) => {
    if (regions === null) numbers.fill(number, kind * size, (kind + 1) * size);
    else for (const region of regions) numbers[kind * size + region] = number;
  });
  return numbers;
}

function estimate(
  { value }: LeftOutFigure,
  interval: Interval | null | undefined,
): ArmEstimate | null {
  return Number.isNaN(value) ? null : { value, interval: interval ?? null };
}

function addTallies(all: readonly Tally[]): Tally {
  return all.reduce(
    (one, other) => ({ count: one.count + other.count, sum: one.sum + other.sum }),
    { count: 0, sum: 0 },
  );
}
