import type { Figure } from "@/lib/rollup/metrics/figure-of";
import {
  metricGroups,
  partOf,
  type Metric,
  type MetricGroup,
  type MetricPart,
} from "@/lib/rollup/metrics/metric";
import { metrics } from "@/lib/rollup/metrics/metrics";
import { missingMetrics, type MissingMetric } from "@/lib/rollup/metrics/missing-metrics";
import { casesHref, defaultCasesQuery } from "./cases-query";
import { formatCount, formatCounted } from "./format";
import { figureWords } from "./metric-words";
import type { MetricCases, MetricEntry, MetricsModel } from "./metrics-model";
import type { MetricsQuery } from "./metrics-query";

/** Figures by the metric's id. */
export type Figures = ReadonlyMap<string, Figure>;

const groupTitles: Readonly<Record<MetricGroup, string>> = {
  resolution: "Resolution",
  contacts: "Contacts and channels",
  time: "Time",
  experience: "What customers say",
};

const directions: Readonly<Record<Metric["direction"], string>> = {
  "higher-is-better": "Higher is better",
  "lower-is-better": "Lower is better",
  neither: "Neither high nor low is good in itself",
};

/** Lays the dictionary out: what matches the words that are looked for, by group, then what is missing. */
export function prepareMetrics(
  figures: Figures,
  { text }: MetricsQuery,
  asOfUs: number,
): MetricsModel {
  const found = metrics.filter((metric) => hasWords(metric, text));
  const missing = missingMetrics.filter((metric) => hasWords(metric, text));
  const sections = metricGroups
    .map((group) => ({
      title: groupTitles[group],
      entries: found.filter((metric) => metric.group === group).flatMap(entryOf(figures)),
    }))
    .filter(({ entries }) => entries.length > 0);
  return { title: titleOf(found.length, missing.length, text), asOfUs, text, sections, missing };
}

function titleOf(found: number, missing: number, text: string): string {
  const told = formatCounted(found, "metric");
  if (text === "")
    return `${told}, each defined once; ${formatCount(missing)} more cannot be told yet`;
  const asked = `with the words “${text}”`;
  if (found + missing === 0) return `No metric ${asked}`;
  if (found === 0) return `${formatCounted(missing, "metric")} ${asked}, not told yet`;
  return `${told} ${asked}${missing === 0 ? "" : `; ${formatCount(missing)} more not told yet`}`;
}

function hasWords(metric: Metric | MissingMetric, text: string): boolean {
  const said = `${metric.id} ${metric.name} ${metric.question}`.toLowerCase();
  const words = text.toLowerCase().split(/\s+/u);
  return words.every((word) => said.includes(word));
}

function entryOf(figures: Figures): (metric: Metric) => readonly MetricEntry[] {
  return (metric) => {
    const figure = figures.get(metric.id);
    if (figure === undefined) return [];
    const { id, name, question, exclusions, caution, version } = metric;
    return [
      {
        ...{ id, name, question, exclusions, caution, version },
        ...figureWords(metric, figure),
        cases: casesOf(metric, figure),
        amount: metric.unit === "share" ? null : metric.amount.words,
        direction: directions[metric.direction],
      },
    ];
  };
}

const labels: Readonly<Record<MetricPart, string>> = {
  numerator: "Counts",
  denominator: "Out of",
  waiting: "Too early",
  unknown: "Not known",
};

function casesOf(metric: Metric, figure: Figure): readonly MetricCases[] {
  const counts: Readonly<Record<MetricPart, number>> = {
    numerator: figure.unit === "share" ? figure.hits : 0,
    denominator: figure.of,
    waiting: figure.waiting,
    unknown: figure.unknown,
  };
  const parts = ["numerator", "denominator", "waiting", "unknown"] as const;
  return parts.flatMap((part) => {
    const predicate = partOf(metric, part);
    if (predicate === null) return [];
    const count = counts[part];
    const href = casesHref({ ...defaultCasesQuery, metric: { id: metric.id, part } });
    return [
      {
        label: metric.unit === "share" || part !== "denominator" ? labels[part] : "Of each of",
        words: `${formatCount(count)} ${predicate.words}`,
        href: count === 0 ? null : href,
      },
    ];
  });
}
