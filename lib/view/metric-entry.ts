import type { Figure } from "@/lib/rollup/metrics/figure-of";
import { partWords, type Metric, type MetricPart } from "@/lib/rollup/metrics/metric";
import type { CasesQuery } from "./cases-query";
import { adjustedWords, type ErrorSources } from "./error-sources";
import { formatCount } from "./format";
import { metricHref } from "./metric-href";
import { figureWords } from "./metric-words";
import type { MetricCases, MetricEntry } from "./metrics-model";

const directions: Readonly<Record<Metric["direction"], string>> = {
  "higher-is-better": "Higher is better",
  "lower-is-better": "Lower is better",
  neither: "Neither high nor low is good in itself",
};

/**
 * Explains a metric with its figure.
 * @param errors how the evaluators err that it may rest on
 * @param cases the query that the figure is of
 */
export function metricEntry(
  metric: Metric,
  figure: Figure,
  errors: ErrorSources,
  cases: CasesQuery,
): MetricEntry {
  const { id, name, question, exclusions, caution, version } = metric;
  return {
    ...{ id, name, question, exclusions, caution, version },
    ...figureWords(metric, figure),
    cases: casesOf(metric, figure, cases),
    amount: metric.unit === "share" ? null : metric.amount.words,
    direction: directions[metric.direction],
    adjusted: adjustedOf(metric, figure, errors),
  };
}

/** A share that rests on an evaluator says so, and what its errors make of it where they were counted. */
function adjustedOf({ restsOn }: Metric, figure: Figure, errors: ErrorSources): readonly string[] {
  if (restsOn === null) return [];
  const positive = `The share that ${restsOn.evaluator} says yes to`;
  const sources = errors.get(restsOn.evaluator) ?? [];
  if (!restsOn.isWhole || figure.unit !== "share" || sources.length === 0) {
    return [`${positive}, not calibrated here.`];
  }
  return [`${positive}.`, ...adjustedWords(figure, sources)];
}

const labels: Readonly<Record<MetricPart, string>> = {
  numerator: "Counts",
  denominator: "Out of",
  waiting: "Too early",
  unknown: "Not known",
};

function casesOf(metric: Metric, figure: Figure, cases: CasesQuery): readonly MetricCases[] {
  const counts: Readonly<Record<MetricPart, number>> = {
    numerator: figure.unit === "share" ? figure.hits : (figure.per?.count ?? 0),
    denominator: figure.of,
    waiting: figure.waiting,
    unknown: figure.unknown,
  };
  const parts = ["numerator", "denominator", "waiting", "unknown"] as const;
  return parts.flatMap((part) => {
    const said = partWords(metric, part);
    if (said === null) return [];
    const count = counts[part];
    const href = metricHref(metric, part, cases);
    return [
      {
        label: metric.unit === "share" || part !== "denominator" ? labels[part] : "Of each of",
        words: `${formatCount(count)} ${said}`,
        href: count === 0 ? null : href,
      },
    ];
  });
}
