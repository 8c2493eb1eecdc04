import type { FilterChoice } from "@/lib/analytics/findings/finding-model";
import type { MissingMetric } from "@/lib/analytics/metrics/missing-metrics";
import type { MetricEntry } from "@/lib/analytics/words/metric-entry-model";
import type { MetricsQuery } from "@/lib/analytics/filter/metrics-query";

export type MetricSection = { readonly title: string; readonly entries: readonly MetricEntry[] };

/** The Metrics page: every figure of the other pages, with its definition. */
export type MetricsModel = {
  readonly title: string;
  readonly query: MetricsQuery;
  readonly asOfUs: number;
  /** The days in words: "27 Aug 2026 – 24 Nov 2026". */
  readonly period: string;
  readonly filters: readonly FilterChoice[];
  /** That the data can't say how cases end, and what to send; "": they can. */
  readonly ends: string;
  readonly sections: readonly MetricSection[];
  readonly missing: readonly MissingMetric[];
};
