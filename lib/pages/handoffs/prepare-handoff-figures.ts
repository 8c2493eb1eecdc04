import type { HandoffCounts } from "@/lib/analytics/handoffs/handoff-figures";
import type { Figure, RatioFigure, ShareFigure } from "@/lib/analytics/metrics/figure";
import type { Metric } from "@/lib/analytics/metrics/metric";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { figureChange, notCompared } from "@/lib/analytics/words/figure-change";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import { metricHref } from "@/lib/analytics/words/metric-href";
import type { FigureCard } from "@/lib/analytics/findings/finding-model";
import { figureWords } from "@/lib/analytics/words/metric-words";
import { differenceOfShares } from "@/lib/stats/compare-with-rest";
import { figureWords as words } from "./words";

/** Metrics behind the links of the four figures. */
export const handoffMetricIds = [
  "context_retention",
  "repeat_information_rate",
  "promise_kept_rate",
  "promise_lost_at_switch",
] as const;

export type FigureFacts = {
  readonly cases: CasesQuery;
  readonly now: HandoffCounts;
  /** Null: no comparison period. */
  readonly before: HandoffCounts["figures"] | null;
  /** "the 90 days before". */
  readonly beforeWords: string;
  /** Error rates of the evaluators behind the figures. */
  readonly errors: ErrorSources;
};

/** A figure with sums per customer. */
type SummedFigure = ShareFigure | RatioFigure;

type Shown = {
  /** Id of the metric behind its link. */
  readonly id: (typeof handoffMetricIds)[number];
  readonly maturity: (figure: SummedFigure, counts: HandoffCounts) => string;
};

const shown: readonly Shown[] = [
  {
    id: "context_retention",
    maturity: ({ of }, { handoffs }) => words.retention(of, handoffs.all.handoffs),
  },
  {
    id: "repeat_information_rate",
    maturity: ({ unknown }) => words.repetition(unknown),
  },
  {
    id: "promise_kept_rate",
    maturity: ({ unknown, waiting }) => words.kept(unknown, waiting),
  },
  {
    id: "promise_lost_at_switch",
    maturity: ({ unknown }, { promises }) => words.lost(unknown, promises.receptions.none),
  },
];

/** The four figures: context kept, repeated questions, promises kept, promises lost. */
export function prepareHandoffFigures(facts: FigureFacts): readonly FigureCard[] {
  return shown.flatMap((each) => cardOf(each, facts));
}

function cardOf(
  { id, maturity }: Shown,
  { cases, now, before, beforeWords, errors }: FigureFacts,
): readonly FigureCard[] {
  const metric = findMetric(id);
  const figure = summed(now.figures.get(id));
  if (metric === null || figure === null) return [];
  const { value, interval, basis, spread } = figureWords(metric, figure);
  const [subset, opened] =
    figure.unit === "share"
      ? (["numerator", figure.hits] as const)
      : (["denominator", figure.of] as const);
  return [
    {
      ...{ id, name: metric.name, question: metric.question },
      ...{ value, interval, basis, spread, maturity: maturity(figure, now) },
      ...changeOf(metric, figure, before, beforeWords),
      href: opened === 0 ? null : metricHref(metric, subset, cases),
      about: metricEntry(metric, figure, errors, cases),
    },
  ];
}

function summed(figure: Figure | undefined): SummedFigure | null {
  return figure?.unit === "share" || figure?.unit === "ratio" ? figure : null;
}

function changeOf(
  metric: Metric,
  { sums }: SummedFigure,
  before: HandoffCounts["figures"] | null,
  beforeWords: string,
) {
  if (before === null) return notCompared;
  const other = summed(before.get(metric.id));
  const difference = other === null ? null : differenceOfShares(sums, other.sums);
  return figureChange(metric, difference, beforeWords);
}
