import type { Figure } from "@/lib/analytics/metrics/figure";
import { metricGroups, type Metric, type MetricGroup } from "@/lib/analytics/metrics/metric";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { missingMetrics, type MissingMetric } from "@/lib/analytics/metrics/missing-metrics";
import type { FacetCounts } from "@/lib/analytics/facets/count-facets";
import { prepareCaseFilters } from "@/lib/analytics/filter/prepare-filters";
import { shownPeriodWords, type ShownPeriod } from "@/lib/analytics/filter/shown-period";
import { areEndsKnown } from "@/lib/analytics/outcomes/end-known";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import type { Proportion } from "@/lib/stats/proportions/newcombe-difference";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { formatCount, formatCounted } from "@/lib/format/format";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import type { MetricEntry } from "@/lib/analytics/words/metric-entry-model";
import type { MetricsModel } from "./metrics-model";
import { metricsHref, type MetricsQuery } from "./url";

/** Figures by metric id. */
export type Figures = ReadonlyMap<string, Figure>;

const groupTitles: Readonly<Record<MetricGroup, string>> = {
  resolution: "Resolution",
  contacts: "Contacts and channels",
  handoffs: "Handoffs and context",
  promises: "Promises",
  time: "Time",
  experience: "What customers say",
  quality: "Quality of answers",
  cost: "Cost",
  data: "What arrived",
};

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
    ends: isEndKnown
      ? ""
      : `${endsWords(known)}, so figures that rest on that are left out. ${sendEnds}`,
  };
}

/** The entry of a metric that the data can't say: what it counts, and why there is no figure. */
function withoutFigure(entry: MetricEntry, known: Proportion): MetricEntry {
  const none = { value: "–", interval: "", spread: "", maturity: "" };
  return {
    ...entry,
    ...none,
    basis: `can’t be said: ${endsWords(known).toLowerCase()}`,
    adjusted: [],
  };
}

function titleOf(found: number, missing: number, text: string): string {
  const matches = formatCounted(found, "metric");
  if (text === "")
    return `${matches}, each defined once; ${formatCount(missing)} more can’t be measured yet`;
  const search = `with the words “${text}”`;
  if (found + missing === 0) return `No metric ${search}`;
  if (found === 0) return `${formatCounted(missing, "metric")} ${search}, not told yet`;
  return `${matches} ${search}${missing === 0 ? "" : `; ${formatCount(missing)} more not told yet`}`;
}

function hasWords(metric: Metric | MissingMetric, text: string): boolean {
  const searched = `${metric.id} ${metric.name} ${metric.question}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/u);
  return words.every((word) => searched.includes(word));
}
