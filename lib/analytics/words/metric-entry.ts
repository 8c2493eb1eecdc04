import type { Figure } from "../metrics/figure";
import { metricSubsets, subsetWords, type Metric, type MetricSubset } from "../metrics/metric";
import type { CasesQuery } from "../filter/cases-query";
import { metricsCodec, metricsHref } from "../filter/metrics-query";
import { trustWords, type ErrorSources } from "../findings/error-sources";
import { formatCount, formatCounted } from "@/lib/format/format";
import { inSingular } from "@/lib/format/in-singular";
import { metricHref } from "./metric-href";
import { figureWords } from "./metric-words";
import { rangeWords } from "./range-words";
import type { MetricCases, MetricEntry } from "./metric-entry-model";

const directions: Readonly<Record<Metric["direction"], string>> = {
  "higher-is-better": "Higher is better",
  "lower-is-better": "Lower is better",
  neither: "Neither high nor low is good in itself",
};

/**
 * The dictionary's entry of a metric with its figure.
 * @param errors of the evaluators that it may depend on
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
    dictionaryHref: `${metricsHref({ ...metricsCodec.defaultValue, cases })}#${id}`,
    cases: casesOf(metric, figure, cases),
    summed: summedOf(metric, figure),
    range: rangeWords(metric, figure),
    direction: directions[metric.direction],
    adjusted: trustWords(metric, figure, errors),
  };
}

/** What is summed up, where that is not the counted cases. */
function summedOf(metric: Metric, figure: Figure): string | null {
  if (metric.unit === "share") return null;
  if (metric.unit !== "ratio") {
    const { amount, expected } = metric;
    return expected === null ? amount.words : `${amount.words}, over ${expected.words}`;
  }
  const { hits, of } = figure.unit === "ratio" ? figure.sums : { hits: 0, of: 0 };
  return `${formatCount(hits)} ${metric.things.words} of ${formatCount(of)}`;
}

const labels: Readonly<Record<Exclude<MetricSubset, "denominator">, string>> = {
  numerator: "Counts",
  waiting: "Too early",
  unknown: "Not known",
};

const overLabels: Readonly<Record<Metric["unit"], string>> = {
  ...{ share: "Out of", ratio: "Across" },
  ...{ contacts: "For each of", microseconds: "For each of", tokens: "For each of" },
  ...{ money: "For each of", dollars: "For each of" },
};

function hitsOf(figure: Figure): number {
  if (figure.unit === "ratio") return 0;
  return figure.unit === "share" ? figure.hits : (figure.per?.count ?? 0);
}

function casesOf(metric: Metric, figure: Figure, cases: CasesQuery): readonly MetricCases[] {
  const counts: Readonly<Record<MetricSubset, number>> = {
    numerator: hitsOf(figure),
    denominator: figure.of,
    waiting: figure.waiting,
    unknown: figure.unknown,
  };
  return metricSubsets.flatMap((subset) => {
    const said = subsetWords(metric, subset);
    if (said === null) return [];
    const count = counts[subset];
    const href = metricHref(metric, subset, cases);
    return [
      {
        label: subset === "denominator" ? overLabels[metric.unit] : labels[subset],
        words: formatCounted(count, inSingular(said), said),
        href: count === 0 ? null : href,
      },
    ];
  });
}
