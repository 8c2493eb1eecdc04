import { metrics } from "@/lib/analytics/metrics/metrics";
import type { Metric } from "@/lib/analytics/metrics/metric";
import type { Figure } from "@/lib/analytics/metrics/figure";
import type { Cell } from "@/lib/analytics/outcomes/cell-sums";
import type { Difference } from "@/lib/stats/proportions/newcombe-difference";
import { stratifiedDifference } from "@/lib/stats/proportions/stratified-difference";
import { addSums } from "@/lib/stats/sums";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import { figureWords } from "@/lib/analytics/words/metric-words";
import { directionOf, pointsWords, signed, signedRange } from "@/lib/format/share-words";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";
import type { ComparedSource } from "@/lib/analytics/outcomes/figure-source";
import { listHref } from "@/lib/analytics/words/overview-links";
import { changeOfShare } from "./change-of-share";
import { prepareLine, type WeekFacts } from "./prepare-line";
import type { FigureCard } from "@/lib/analytics/findings/finding-model";

/** The metrics of the figure cards. */
export const shownMetrics: readonly string[] = [
  "case_resolution_rate",
  "touchpoints_per_case",
  "one_contact_resolution",
  "repeat_information_case_rate",
];

/** Metrics computed for both periods. */
export const comparedMetrics: readonly string[] = [
  ...shownMetrics,
  "time_to_resolution",
  "time_to_first_response",
  "handle_time",
];

/** Metrics computed for the shown period. */
export const readMetrics: readonly string[] = [
  ...comparedMetrics,
  "containment_rate",
  "net_containment",
  "contact_false_containment_rate",
  "likely_resolution_share",
];

/** Minimum cases of a type in each period. */
const stratumMin = 2;

/**
 * Prepares the figure cards with interval, change and weekly line.
 * @param weeks null: no period
 * @param errors error rates of the evaluators behind them
 */
export function prepareFigures(
  source: ComparedSource,
  weeks: WeekFacts | null,
  markers: readonly TimeMarker[],
  errors: ErrorSources,
): readonly FigureCard[] {
  return shownMetrics.flatMap((id) => {
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
  const { value, interval, basis, maturity } = figureWords(metric, figure);
  const counted = metric.unit === "share" ? "numerator" : "denominator";
  const count = figure.unit === "share" ? figure.hits : figure.of;
  const href = listHref(now.cases, { metric: { id: metric.id, subset: counted } });
  return {
    ...{ id: metric.id, name: metric.name, question: metric.question },
    ...{ value, interval, basis, maturity },
    ...changeOf(metric, source),
    href: count === 0 ? null : href,
    about: metricEntry(metric, figure, errors, now.cases),
  };
}

type Change = Pick<FigureCard, "verdict" | "tone" | "change">;
const notCompared: Change = { verdict: "", tone: "none", change: "" };

function changeOf(metric: Metric, { now, before, beforeWords }: ComparedSource): Change {
  if (before === null) return notCompared;
  if (metric.unit === "share") {
    const difference = changeOfShare(metric.id, { now, before });
    if (difference === null)
      return { ...notCompared, change: `Nothing to compare in ${beforeWords}` };
    return {
      ...verdictOf(metric, difference),
      change: `${pointsWords(difference)} against ${beforeWords}`,
    };
  }
  const difference = likeForLike(now.figures.cells, before.figures.cells);
  if (difference === null)
    return { ...notCompared, change: `Nothing to compare in ${beforeWords}` };
  const range = signedRange(difference.interval, 2);
  return {
    ...verdictOf(metric, difference),
    change: `${signed(difference.value, 2)} (${range}) for the same case types against ${beforeWords}`,
  };
}

/** The difference of contacts per case within types, adjusted for mix. */
function likeForLike(now: readonly Cell[], before: readonly Cell[]): Difference | null {
  const types = [...new Set(now.map(({ type }) => type))];
  const ofType = (cells: readonly Cell[], type: string) =>
    addSums(cells.filter((cell) => cell.type === type).map(({ contacts }) => contacts));
  const strata = types.map((type) => ({ one: ofType(now, type), other: ofType(before, type) }));
  return stratifiedDifference(strata, stratumMin);
}

function verdictOf({ direction, unit }: Metric, difference: Difference): Omit<Change, "change"> {
  const way = directionOf(difference);
  if (way === "none") return { verdict: "No clear change", tone: "none" };
  if (direction === "neither") return { verdict: way === "up" ? "More" : "Fewer", tone: "none" };
  const isBetter = (way === "up") === (direction === "higher-is-better");
  const words =
    unit === "contacts" ? (way === "up" ? "More" : "Fewer") : isBetter ? "Better" : "Worse";
  return { verdict: words, tone: isBetter ? "pass" : "fail" };
}
