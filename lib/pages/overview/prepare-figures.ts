import { metrics } from "@/lib/analytics/metrics/metrics";
import type { Metric } from "@/lib/analytics/metrics/metric";
import type { Figure } from "@/lib/analytics/metrics/figure";
import { compareWithLimit, type JudgedDifference } from "@/lib/stats/compare-with-rest";
import type { Difference } from "@/lib/stats/proportions/newcombe-difference";
import { caseContacts, contactsChange } from "@/lib/analytics/outcomes/compare-contacts";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import { figureWords } from "@/lib/analytics/words/metric-words";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { ComparedSource } from "@/lib/analytics/outcomes/figure-source";
import { figureChange, notCompared } from "@/lib/analytics/words/figure-change";
import { metricHref } from "@/lib/analytics/words/metric-href";
import { changeOfShare } from "./change-of-share";
import { evidenceMetrics } from "./prepare-evidence";
import { prepareLine, type WeekFacts } from "./prepare-line";
import type { FigureCard } from "@/lib/analytics/findings/finding-model";

/** The metrics of the figure cards. */
const knownMetrics: readonly string[] = [
  "case_resolution_rate",
  "touchpoints_per_case",
  "one_contact_resolution",
  "repeat_information_case_rate",
];

/** The same where the data can't say how cases end. */
const unknownMetrics: readonly string[] = [
  "touchpoints_per_case",
  "repeat_contact_rate",
  "repeat_information_case_rate",
  "contact_false_containment_rate",
];

/** Metrics of either set, computed for both periods and by week. */
export const comparedMetrics: readonly string[] = [
  ...new Set([...knownMetrics, ...unknownMetrics]),
];

/** Metrics computed for the shown period. */
export const readMetrics: readonly string[] = [
  ...comparedMetrics,
  ...evidenceMetrics.filter((id) => !comparedMetrics.includes(id)),
  "containment_rate",
  "net_containment",
  "fcr_per_channel",
  "hidden_failure_rate",
  "likely_resolution_share",
];

/** What the cards show beside the figures. */
type FigureContext = {
  /** Null: no period. */
  readonly weeks: WeekFacts | null;
  readonly markers: readonly TimeMarker[];
  /** Error rates of the evaluators behind them. */
  readonly errors: ErrorSources;
};

/**
 * Prepares the four figure cards with range, change and weekly line.
 * @param isEndKnown false: the data can't say how cases end
 */
export function prepareFigures(
  source: ComparedSource,
  isEndKnown: boolean,
  { weeks, markers, errors }: FigureContext,
): readonly FigureCard[] {
  return (isEndKnown ? knownMetrics : unknownMetrics).flatMap((id) => {
    const metric = metrics.find((each) => each.id === id);
    const figure = source.now.figures.metrics.get(id);
    if (metric === undefined || figure === undefined) return [];
    const line = weeks === null ? null : prepareLine(metric, weeks, source.now.cases, markers);
    return [{ ...cardOf(metric, figure, source, errors), line }];
  });
}

function cardOf(
  metric: Metric,
  figure: Figure,
  source: ComparedSource,
  errors: ErrorSources,
): FigureCard {
  const { now } = source;
  const { value, interval, basis, spread, maturity } = figureWords(metric, figure);
  const counted = metric.unit === "share" ? "numerator" : "denominator";
  const count = figure.unit === "share" ? figure.hits : figure.of;
  const href = metricHref(metric, counted, now.cases);
  return {
    ...{ id: metric.id, name: metric.name, question: metric.question },
    ...{ value, interval, basis, spread, maturity },
    ...{ ...changeOf(metric, source), ...beforeOf(metric, source) },
    href: count === 0 ? null : href,
    about: metricEntry(metric, figure, errors, now.cases),
  };
}

function changeOf(metric: Metric, { now, before, beforeWords }: ComparedSource) {
  if (before === null) return notCompared;
  const difference =
    metric.unit === "share"
      ? changeOfShare(metric.id, { now, before })
      : judgedContacts(contactsChange(caseContacts(now.figures), caseContacts(before.figures)));
  return figureChange(metric, difference, beforeWords);
}

/** As the finding of the same change judges it. */
function judgedContacts(difference: Difference | null): JudgedDifference | null {
  if (difference === null) return null;
  return { ...difference, isCertain: compareWithLimit(difference, 0, 1).isCertain };
}

function beforeOf(metric: Metric, { before }: ComparedSource): Pick<FigureCard, "before"> {
  const figure = before?.figures.metrics.get(metric.id);
  if (figure === undefined || figure.of === 0) return {};
  const { value, interval, basis } = figureWords(metric, figure);
  return { before: { value, basis: interval === "" ? basis : `${interval}, ${basis}` } };
}
