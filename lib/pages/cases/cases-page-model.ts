import type { FacetName } from "@/lib/analytics/facets/registry";
import type { ListedCase } from "@/lib/analytics/words/case-list-item";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";
import type { CasesHeadline } from "./cases-headline";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";

export type FacetOption = {
  readonly value: string;
  /** Cases with this value under the other filters. */
  readonly count: number;
};

export type Facet = {
  /** The most frequent and the chosen values, in display order. */
  readonly options: readonly FacetOption[];
  /** Number of further values with cases. */
  readonly more: number;
};

/** Cases opened from an instant to the next bucket's. */
export type HistogramBucket = {
  /** Its first day in the display zone, as that day's midnight in UTC. */
  readonly fromUs: number;
  /** Listed cases. */
  readonly matching: number;
  /** All cases. */
  readonly all: number;
};

export type CasesHistogram = {
  /** Length of a bucket. */
  readonly stepDays: number;
  /** Without gaps, in order; empty: no case of the period has an opening time. */
  readonly buckets: readonly HistogramBucket[];
};

/** The model of the Cases page. */
export type CasesPageModel = {
  readonly asOfUs: number;
  /** The query, its page clamped to the last. */
  readonly query: CasesQuery;
  readonly headline: CasesHeadline;
  readonly rows: readonly ListedCase[];
  /** Headings of the score columns. */
  readonly decidedBy: readonly string[];
  readonly total: number;
  readonly pageSize: number;
  readonly facets: Readonly<Record<FacetName, Facet>>;
  readonly histogram: CasesHistogram;
  /** Annotations on the histogram. */
  readonly markers: readonly TimeMarker[];
  /** null: no case has an opening time. */
  readonly period: ShownPeriod | null;
  /** The newest contact or opening, microseconds since 1970. */
  readonly newestUs: number | null;
  /** Evaluators with their versions, whose verdicts are shown. */
  readonly evaluators: readonly string[];
  /** The case of `query.peek`; null: not requested or not found. */
  readonly peek: CasePeek | null;
  /** True where the workspace has no case. */
  readonly isWorkspaceEmpty: boolean;
};
