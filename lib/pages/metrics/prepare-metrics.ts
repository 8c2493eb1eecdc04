import type { Figure } from "@/lib/analytics/metrics/figure";
import { metricGroups, type Metric } from "@/lib/analytics/metrics/metric";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { missingMetrics, type MissingMetric } from "@/lib/analytics/metrics/missing-metrics";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { prepareCaseFilters } from "@/lib/analytics/filter/prepare-filters";
import { shownPeriodWords, type ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { areEndsKnown } from "@/lib/analytics/outcomes/end-known";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import type { MetricEntry } from "@/lib/analytics/words/metric-entry-model";
import type { MetricsModel } from "./metrics-model";
import { metricsHref, type MetricsQuery } from "@/lib/analytics/filter/metrics-query";
import { definition, groupTitles, page, title } from "./words";

/** Figures by metric id. */
export type Figures = ReadonlyMap<string, Figure>;

/** The page's data. */
export type MetricsFacts = {
  readonly asOfUs: number;
  readonly period: ShownPeriod | null;
  readonly counts: FacetCounts;
  readonly figures: Figures;
  /** Cases old enough to judge, and those of them that show how they ended. */
  readonly known: Proportion;
  readonly errors: ErrorSources;
};

/** Prepares the Metrics page: matching metrics by group, then missing ones. */
export function prepareMetrics(query: MetricsQuery, facts: MetricsFacts): MetricsModel {
  const { text, cases } = query;
  const { asOfUs, period, counts, figures, known, errors } = facts;
  const isEndKnown = areEndsKnown(known);
  const found = metrics.filter((metric) => hasWords(metric, text));
  const missing = missingMetrics.filter((metric) => hasWords(metric, text));
  const sections = metricGroups
    .map((group) => ({
      title: groupTitles[group],
      entries: found
        .filter((metric) => metric.group === group)
        .flatMap((metric) => {
          const figure = figures.get(metric.id);
          if (figure === undefined) return [];
          const entry = metricEntry(metric, figure, errors, cases);
          return [metric.needsEnds && !isEndKnown ? withoutFigure(entry, known) : entry];
        }),
    }))
    .filter(({ entries }) => entries.length > 0);
  return {
    ...{ title: titleOf(found.length, missing.length, text), asOfUs, query, sections, missing },
    period: shownPeriodWords(cases.period, period).button,
    filters: prepareCaseFilters(cases, counts, period, (chosen) =>
      metricsHref({ text, cases: chosen }),
    ),
    ends: isEndKnown ? "" : page.endsUnknown(endsWords(known), sendEnds),
  };
}

/** The entry of a metric that the data can't say: what it counts, and why there is no figure. */
function withoutFigure(entry: MetricEntry, known: Proportion): MetricEntry {
  const none = { value: "–", interval: "", spread: "", maturity: "" };
  return {
    ...entry,
    ...none,
    basis: definition.noFigure(endsWords(known).toLowerCase()),
    adjusted: [],
  };
}

function titleOf(found: number, missing: number, text: string): string {
  if (text === "") return title.all(found, missing);
  if (found + missing === 0) return title.none(text);
  return found === 0 ? title.missing(missing, text) : title.found(found, missing, text);
}

function hasWords(metric: Metric | MissingMetric, text: string): boolean {
  const searched = `${metric.id} ${metric.name} ${metric.question}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/u);
  return words.every((word) => searched.includes(word));
}
