import type { FacetName } from "@/lib/analytics/facets/registry";
import type { ListedCase } from "@/lib/analytics/words/case-list-item";
import type { CasePeek } from "@/lib/pages/case/title/case-peek";
import type { CasesHeadline } from "./cases-headline";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { ShownPeriod } from "@/lib/analytics/filter/shown-period";
import type { TimeMarker } from "@/lib/analytics/annotations/time-markers";

export type FacetOption = {
  readonly value: string;
  /** Cases that would be listed with this value alone, the other filters unchanged. */
  readonly count: number;
};

export type Facet = {
  /** The most frequent values and the chosen ones, in the order to show them. */
  readonly options: readonly FacetOption[];
  /** Further values that lead to cases and are not among the options. */
  readonly more: number;
};

/** Cases opened from an instant to the next bucket's. */
export type HistogramBucket = {
  /** Its first day of the display zone, written as that day's midnight in UTC. */
  readonly fromUs: number;
  /** That the page lists. */
  readonly matching: number;
  /** Whatever the filters. */
  readonly all: number;
};

export type CasesHistogram = {
  /** How long each bucket is. */
  readonly stepDays: number;
  /** Without gaps, in order; empty where no case of the period says when it was opened. */
  readonly buckets: readonly HistogramBucket[];
};

/** What the Cases page shows. */
export type CasesPageModel = {
  readonly asOfUs: number;
  /** As it was read, with the page moved to the last one where it lay beyond. */
  readonly query: CasesQuery;
  readonly headline: CasesHeadline;
  readonly rows: readonly ListedCase[];
  /** Headings of the scores that the list goes by. */
  readonly decidedBy: readonly string[];
  readonly total: number;
  readonly pageSize: number;
  readonly facets: Readonly<Record<FacetName, Facet>>;
  readonly histogram: CasesHistogram;
  /** What is marked on the histogram. */
  readonly markers: readonly TimeMarker[];
  /** null where no case says when it was opened. */
  readonly period: ShownPeriod | null;
  /** The newest contact or opening there is, microseconds since 1970. */
  readonly newestUs: number | null;
  /** Evaluators with their versions, whose verdicts are shown. */
  readonly evaluators: readonly string[];
  /** The case of `query.peek`; null where none was asked for or there is none. */
  readonly peek: CasePeek | null;
  /** True where the workspace holds no case at all. */
  readonly isWorkspaceEmpty: boolean;
};
