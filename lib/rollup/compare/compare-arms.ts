import type { Interval } from "@/lib/stats/interval";
import { bootstrapGroups, type LeftOutFigure } from "@/lib/stats/bootstrap-groups";
import { seededBelow } from "@/lib/stats/seeded-below";
import type { ArmCases, CaseKind } from "./arm-cases";
import { unsaid } from "../case-facets";
import { leaveGroupsOut } from "./leave-groups-out";
import { hasEnough, strataOf, type Stratum, type Tally } from "./strata-of";
import { sumArms, type ArmSums } from "./sum-arms";

/** A figure with what it may be; no interval where too few customers tell. */
export type ArmEstimate = { readonly value: number; readonly interval: Interval | null };

/** Both arms' cases of one kind. */
export type ComparedStratum = {
  readonly kind: CaseKind;
  /** Null: wherever. */
  readonly regions: readonly string[] | null;
  /** True of the regions that have too few cases by themselves. */
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
  /** Cases that each arm must have of a stratum. */
  readonly least: number;
};

/** The arms' means with the same mix of strata in both, and `b − a` of these. */
export type AdjustedArms = Readonly<Record<"a" | "b" | "difference", ArmEstimate>>;

/** Domain.md §1.6. The same chance for every comparison, so that a figure is one wherever it stands. */
const usualSamples = 2000;
const seed = 2026;

/**
 * Compares two arms, at first sight and within strata. Intervals draw groups of customers.
 * @param valueOf what is measured of a case, by its key: 1 or 0 of a share, else an amount; NaN of cases
 * that are not counted
 * @param draws how many samples the intervals draw, and what gives a whole number from 0 up to its argument, by chance
 */
export function compareArms(
  { arranged, kinds, regions }: ArmCases,
  valueOf: (key: number) => number,
  { samples, below } = { samples: usualSamples, below: seededBelow(seed) },
): ArmComparison {
  const isKnown = regions.map((region) => region !== unsaid);
  const sums = sumArms(arranged, valueOf, { kinds: kinds.length, regions: regions.length });
  const { strata, least } = strataOf(sums, { kinds: kinds.length, isKnown });
  const compared = strata.filter((each) => hasEnough(each, least));
  const everything = new Int32Array(kinds.length * regions.length);
  const crude = leaveGroupsOut(sums, everything, 1).difference;
  const adjusted = leaveGroupsOut(
    sums,
    numberStrata(sums, kinds.length, compared),
    compared.length,
  );
  const figures = [crude, adjusted.difference, adjusted.a, adjusted.b];
  const [ofCrude, ofDifference, ofA, ofB] = bootstrapGroups(figures, { samples, below });
  const total = (arm: "a" | "b") => addTallies(strata.map((each) => each[arm]));
  return {
    ...{ a: total("a"), b: total("b"), least },
    crude: Number.isNaN(crude.value) ? null : estimate(crude, ofCrude),
    adjusted:
      compared.length === 0
        ? null
        : {
            a: estimate(adjusted.a, ofA),
            b: estimate(adjusted.b, ofB),
            difference: estimate(adjusted.difference, ofDifference),
          },
    strata: strata.map((each) => ({
      kind: kinds[each.kind] ?? { type: unsaid, first: unsaid },
      regions: each.regions?.map((region) => regions[region] ?? unsaid) ?? null,
      ...{ isRest: each.isRest, a: each.a, b: each.b },
      isCompared: compared.includes(each),
    })),
  };
}

/** One entry a kind and region: the position of its stratum, −1 where it is not compared. */
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

function estimate({ value }: LeftOutFigure, interval: Interval | null | undefined): ArmEstimate {
  return { value, interval: interval ?? null };
}

function addTallies(all: readonly Tally[]): Tally {
  return all.reduce(
    (one, other) => ({ count: one.count + other.count, sum: one.sum + other.sum }),
    { count: 0, sum: 0 },
  );
}
