import { widened } from "@/lib/stats/proportions/design-effect";
import type { Difference } from "@/lib/stats/proportions/newcombe-difference";
import { standardiseIndirectly, type IndirectStandard } from "@/lib/stats/proportions/standardise";
import { stratifiedDifference } from "@/lib/stats/proportions/stratified-difference";
import { standardErrors } from "@/lib/stats/quantiles/normal-quantile";
import { addSums, meanOf, varianceOf, type Sums } from "@/lib/stats/sums";
import type { Channel } from "@/lib/domain/trace/channel";
import { comparedMin } from "@/lib/stats/compare-with-rest";
import { MISSING } from "../facets/case-facets";
import { figuresOf } from "../ask/count";
import type { FilteredCases } from "../ask/filtered-cases";
import { countsOfSet } from "../counts/counts";
import type { Figure } from "../metrics/figure";
import { findMetric } from "../metrics/metrics";
import { cellsOf, type Cell } from "./cell-sums";
import { sumsByType } from "./sums-by-type";
import { firsts, tallyCases } from "./tally-cases";

/** The metric that counts contacts per case. */
const metricId = "touchpoints_per_case";

/** Contacts per mature case that had one, by case type and first channel. */
export type CaseContacts = {
  readonly cells: readonly Cell[];
  /** By how much several cases of one customer inflate the variance of a mean; 1: not at all. */
  readonly designEffect: number;
};

/** Counts the contacts of some cases. */
export function readCaseContacts({ once, cases }: FilteredCases): CaseContacts {
  return once("case contacts", () => {
    const set = cases();
    const cells = cellsOf(tallyCases(countsOfSet(set)));
    const metric = findMetric(metricId);
    return caseContacts({ cells, metrics: figuresOf(set, metric === null ? [] : [metric]) });
  });
}

/**
 * Contacts per case with the design effect of customers with several cases (Kish 1965): the clustered variance of the
 * mean over that of as many independent cases.
 * @param metrics figures of the same cases by id, `touchpoints_per_case` among them
 */
export function caseContacts({
  cells,
  metrics,
}: {
  readonly cells: readonly Cell[];
  readonly metrics: ReadonlyMap<string, Figure>;
}): CaseContacts {
  const figure = metrics.get(metricId);
  const inTouch = cells.filter(({ first }) => first !== MISSING);
  const sums = addSums(inTouch.map(({ contacts }) => contacts));
  const alone = standardErrors(0.95) * Math.sqrt(varianceOf(sums) / sums.count);
  const mean = figure?.unit === "contacts" ? figure.mean : null;
  // Its lower end is cut off at the one contact that each case has.
  const clustered = mean === null ? 0 : mean.interval[1] - mean.value;
  return { cells: inTouch, designEffect: alone > 0 ? Math.max(1, (clustered / alone) ** 2) : 1 };
}

/** Contacts of the cases that start on a channel, beside what is usual for their case types. */
export type FirstContacts = {
  readonly first: Channel;
  readonly sums: Sums;
  readonly standard: IndirectStandard;
  /** Contacts per case as counted minus those usual for its case types. */
  readonly difference: Difference;
};

/**
 * Contacts per case by first channel, standardised to the mix of case types: each channel against all cases, never
 * against another channel, since two indirectly standardised ratios are not comparable.
 */
export function contactsByFirst({ cells, designEffect }: CaseContacts): readonly FirstContacts[] {
  const types = sumsByType(cells);
  return firsts.flatMap((first) => {
    if (first === MISSING) return [];
    const own = sumsByType(cells.filter((cell) => cell.first === first));
    const standard = standardiseIndirectly(
      [...types].map(([type, all]) => ({ own: own.get(type) ?? addSums([]), all })),
    );
    if (standard === null) return [];
    const sums = addSums([...own.values()]);
    const usual = standard.expected / sums.count;
    const ratio = widened(standard.ratio, designEffect);
    const adjusted = widened(standard.adjusted, designEffect);
    const [low, high] = ratio.interval;
    const difference: Difference = {
      value: (ratio.value - 1) * usual,
      interval: [(low - 1) * usual, (high - 1) * usual],
    };
    return [{ first, sums, standard: { ...standard, ratio, adjusted }, difference }];
  });
}

/** Whether enough cases start on a channel to compare it. */
export function isCompared({ sums }: Pick<FirstContacts, "sums">): boolean {
  return sums.count >= comparedMin;
}

/** The mean over all cells; NaN of none. */
export function meanContacts({ cells }: Pick<CaseContacts, "cells">): number {
  return meanOf(addSums(cells.map(({ contacts }) => contacts)));
}

/** Minimum cases of a type in each period. */
const stratumMin = 2;

/**
 * The difference of contacts per case, `now − before`, within case types, so that it is not one of their mix.
 * @returns null where no type has cases in both periods
 */
export function contactsChange(now: CaseContacts, before: CaseContacts): Difference | null {
  const [own, other] = [sumsByType(now.cells), sumsByType(before.cells)];
  const strata = [...own].map(([type, one]) => ({ one, other: other.get(type) ?? addSums([]) }));
  const difference = stratifiedDifference(strata, stratumMin);
  return difference === null
    ? null
    : widened(difference, Math.max(now.designEffect, before.designEffect));
}
