import { outcomes } from "@/lib/domain/case/outcome";
import type { PeriodFigures, ShownFigures } from "@/lib/analytics/outcomes/overview-figures";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import { countVerdicts } from "./count-verdicts";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { FindingsModel } from "@/lib/analytics/findings/finding-model";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { overviewHref, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { previousWords } from "@/lib/analytics/filter/previous-period";
import { periodDays } from "@/lib/analytics/filter/shown-period";
import { prepareMarkers, type AnnotationFacts } from "@/lib/analytics/annotations/time-markers";
import type { ComparedSource, ShownSource } from "@/lib/analytics/outcomes/figure-source";
import type { OverviewModel } from "./overview-model";
import { changeOfShare } from "./change-of-share";
import { prepareChange } from "./prepare-change";
import { prepareFigures } from "./prepare-figures";
import type { WeekFacts } from "./prepare-line";
import { prepareAdjusted } from "./prepare-adjusted";
import { prepareContainment, prepareFirstContact } from "./prepare-contacts";
import { prepareCost, type CostlyFacts } from "./prepare-cost";
import { prepareFilters } from "@/lib/analytics/filter/prepare-filters";
import { likelyRange, prepareLadder } from "./prepare-ladder";
import { prepareBreakdowns, prepareReleases } from "./breakdowns";
import { preparePrompts } from "./prepare-prompts";
import { prepareTimes } from "./prepare-times";
import { prepareLastContact, prepareRatings, neither } from "./prepare-verdicts";
import { prepareLede } from "./prepare-lede";

/** The page's data. */
export type OverviewFacts = {
  readonly asOfUs: number;
  readonly now: ShownFigures;
  readonly period: ShownPeriod | null;
  /** Null: no comparison period. */
  readonly before: { readonly figures: PeriodFigures; readonly period: ShownPeriod } | null;
  readonly counts: FacetCounts;
  /** The shown period by week; null: no period. */
  readonly weeks: WeekFacts | null;
  readonly annotations: AnnotationFacts;
  /** The costliest cases with their rows, in order. */
  readonly costly: readonly CostlyFacts[];
  readonly newestUs: number | null;
  readonly evaluators: readonly string[];
  /** Error rates of evaluators that figures can be corrected for. */
  readonly errors: ErrorSources;
  readonly isWorkspaceEmpty: boolean;
  readonly findings: FindingsModel;
  /** Whether a finding shows for certain where resolutions are lost. */
  readonly isLossKnown: boolean;
};

/** Prepares the Overview. */
export function prepareOverview(query: OverviewQuery, facts: OverviewFacts): OverviewModel {
  const { now, before, period, counts, asOfUs, newestUs, evaluators, errors, isWorkspaceEmpty } =
    facts;
  const source: ComparedSource & { readonly now: ShownSource } = {
    now: { cases: query.cases, figures: now },
    before:
      before === null
        ? null
        : {
            cases: { ...query.cases, period: periodDays("all", before.period) },
            figures: before.figures,
          },
    beforeWords: before === null ? "" : previousWords(before.period),
  };
  const [firstUs, endUs] = [facts.weeks?.startsUs[0] ?? 0, facts.weeks?.startsUs.at(-1) ?? 0];
  const markers = prepareMarkers(facts.annotations, { fromUs: firstUs, toUs: endUs });
  return {
    markers,
    ...{ query, asOfUs, period, newestUs, evaluators, isWorkspaceEmpty },
    findings: facts.findings,
    filters: prepareFilters(query, counts, period, overviewHref),
    lede: prepareLede({
      now: totalRate(now.cells),
      before: before === null ? null : totalRate(before.figures.cells),
      moved: changeOfShare("case_resolution_rate", source),
      beforeWords: source.beforeWords,
      seemingly: countVerdicts(now.tally, "last", "fine", neither),
      isLossKnown: facts.isLossKnown,
      likely: now.tally.byOutcome[outcomes.indexOf("closed_likely")] ?? 0,
      likelyRange: likelyRange(source.now, errors),
    }),
    figures: prepareFigures(source, facts.weeks, markers, errors),
    ladder: prepareLadder(source, errors),
    breakdowns: prepareBreakdowns(source.now),
    lastContact: prepareLastContact(source.now),
    ratings: prepareRatings(source.now),
    adjusted: prepareAdjusted(source.now),
    prompts: now.prompts === null ? null : preparePrompts(source.now, now.prompts),
    firstContact: prepareFirstContact(source.now),
    containment: prepareContainment(source.now),
    times: prepareTimes(source),
    cost: prepareCost(source.now, facts.costly),
    change: prepareChange(source, now.released),
    releases: prepareReleases(source.now),
  };
}
