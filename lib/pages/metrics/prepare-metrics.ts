import type { Figure } from "@/lib/analytics/metrics/figure";
import { metricGroups, type Metric, type MetricGroup } from "@/lib/analytics/metrics/metric";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { missingMetrics, type MissingMetric } from "@/lib/analytics/metrics/missing-metrics";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ErrorSources } from "@/lib/analytics/findings/error-sources";
import { formatCount, formatCounted } from "@/lib/format/format";
import { metricEntry } from "@/lib/analytics/words/metric-entry";
import type { MetricsModel } from "@/lib/analytics/words/metrics-model";
import type { MetricsQuery } from "./url";

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

/** Prepares the Metrics page: matching metrics by group, then missing ones. */
export function prepareMetrics(
  figures: Figures,
  { text }: MetricsQuery,
  asOfUs: number,
  errors: ErrorSources,
): MetricsModel {
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
          return [metricEntry(metric, figure, errors, defaultCasesQuery)];
        }),
    }))
    .filter(({ entries }) => entries.length > 0);
  return { title: titleOf(found.length, missing.length, text), asOfUs, text, sections, missing };
}

function titleOf(found: number, missing: number, text: string): string {
  const matches = formatCounted(found, "metric");
  if (text === "")
    return `${matches}, each defined once; ${formatCount(missing)} more cannot be told yet`;
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
