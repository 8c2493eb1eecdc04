import { outcomes } from "@/lib/domain/case/outcome";
import type { PeriodFigures, ShownFigures } from "@/lib/analytics/outcomes/overview-figures";
import { totalRate } from "@/lib/analytics/outcomes/cell-sums";
import { areEndsKnown, endKnownMetric } from "@/lib/analytics/outcomes/end-known";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { Lede } from "@/lib/analytics/findings/finding-model";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { overviewHref, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { previousWords } from "@/lib/analytics/filter/previous-period";
import { periodDays } from "@/lib/analytics/filter/shown-period";
import { prepareMarkers, type AnnotationFacts } from "@/lib/analytics/annotations/time-markers";
import type { GroupRates } from "@/lib/analytics/ask/group-rates";
import type { ComparedSource, ShownSource } from "@/lib/analytics/outcomes/figure-source";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import { prepareFilters } from "@/lib/analytics/filter/prepare-filters";
import { prepareByChannel, prepareReturnsByChannel } from "./breakdowns";
import { changeOfShare } from "./change-of-share";
import type { EndsModel, OverviewModel } from "./overview-model";
import { prepareChange } from "./prepare-change";
import { prepareContainment } from "./prepare-containment";
import { prepareCost, type CostlyFacts } from "./prepare-cost";
import { prepareEvidence } from "./prepare-evidence";
import { prepareFigures } from "./prepare-figures";
import { prepareLadder } from "./prepare-ladder";
import { prepareLede, prepareUnknownLede } from "./prepare-lede";
import type { WeekFacts } from "./prepare-line";
import { countLookedFine, prepareLookedFine } from "./prepare-looked-fine";

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
  /** Returns by first channel. */
  readonly returns: GroupRates;
  /** The costliest cases with their rows, in order. */
  readonly costly: readonly CostlyFacts[];
  readonly newestUs: number | null;
  readonly evaluators: readonly string[];
  /** Error rates of evaluators that figures can be corrected for. */
  readonly errors: ErrorSources;
  readonly isWorkspaceEmpty: boolean;
};

type Source = ComparedSource & { readonly now: ShownSource };

/** Prepares the Overview. */
export function prepareOverview(query: OverviewQuery, facts: OverviewFacts): OverviewModel {
  const { now, before, period, counts, asOfUs, newestUs, evaluators, errors, weeks } = facts;
  const source: Source = {
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
  const [firstUs, endUs] = [weeks?.startsUs[0] ?? 0, weeks?.startsUs.at(-1) ?? 0];
  const markers = prepareMarkers(facts.annotations, { fromUs: firstUs, toUs: endUs });
  const isEndKnown = areEndsKnown(rateIn(now, endKnownMetric));
  return {
    ...{ query, markers, asOfUs, period, newestUs, evaluators },
    isWorkspaceEmpty: facts.isWorkspaceEmpty,
    filters: prepareFilters(query, counts, period, overviewHref),
    lede: isEndKnown ? ledeOf(source) : unknownLedeOf(source.now),
    figures: prepareFigures(source, isEndKnown, { weeks, markers, errors }),
    ends: isEndKnown ? endsOf(source) : { kind: "unknown", evidence: prepareEvidence(source.now) },
    byChannel: isEndKnown
      ? prepareByChannel(source.now)
      : prepareReturnsByChannel(source.now, facts.returns),
    containment: prepareContainment(source.now, isEndKnown),
    cost: prepareCost(source.now, facts.costly, isEndKnown),
  };
}

function endsOf(source: Source): EndsModel {
  return {
    kind: "known",
    ladder: prepareLadder(source),
    lookedFine: prepareLookedFine(source.now),
    change: prepareChange(source, source.now.figures.released),
  };
}

function ledeOf({ now, before, beforeWords }: Source): Lede {
  const { cells, tally } = now.figures;
  return prepareLede({
    now: totalRate(cells),
    before: before === null ? null : totalRate(before.figures.cells),
    moved: changeOfShare("case_resolution_rate", { now, before }),
    beforeWords,
    lookedFine: countLookedFine(now),
    likely: tally.byOutcome[outcomes.indexOf("closed_likely")] ?? 0,
  });
}

function unknownLedeOf({ figures }: ShownSource): Lede {
  return prepareUnknownLede({
    known: rateIn(figures, endKnownMetric),
    returned: rateIn(figures, "repeat_contact_rate"),
    askedAgain: rateIn(figures, "repeat_information_case_rate"),
    uncontained: rateIn(figures, "contact_false_containment_rate"),
  });
}

/** A share by its metric's id; empty where it was not counted. */
function rateIn({ metrics }: PeriodFigures, id: string): Proportion {
  const figure = metrics.get(id);
  return figure?.unit === "share" ? { hits: figure.hits, of: figure.of } : { hits: 0, of: 0 };
}
