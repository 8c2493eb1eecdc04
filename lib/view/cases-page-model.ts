import type { ClosureEvidence } from "@/lib/domain/case";
import type { Risk } from "@/lib/domain/identity";
import type { Outcome } from "@/lib/domain/outcome";
import type { FacetName, HandoffVerdict, WorstScore } from "@/lib/rollup/case-facets";
import type { CasePeek } from "./case-peek";
import type { CasesHeadline } from "./cases-headline";
import type { CasesQuery } from "./cases-query";
import type { JourneyStep } from "./journey-step";
import type { TimeMarker } from "./time-markers";

export type CaseListItem = {
  readonly caseId: string;
  readonly customerId: string | null;
  readonly caseType: string | null;
  readonly intent: string | null;
  readonly inferredIntent: string | null;
  readonly journey: readonly JourneyStep[];
  /** One between each two steps of the journey: whether the customer was asked again. */
  readonly handoffVerdicts: readonly HandoffVerdict[];
  readonly touchpoints: number;
  readonly handoffs: number;
  /** How much of what was known each handoff kept, 0 to 1; null where nothing tells. */
  readonly contexts: readonly (number | null)[];
  readonly messages: number;
  /** The worst of its verdicts, whichever evaluator gave it; null where none was scored. */
  readonly worstScore: WorstScore | null;
  readonly outcome: Outcome;
  readonly evidence: ClosureEvidence;
  readonly openedUs: number | null;
  readonly lastContactUs: number | null;
  readonly risk: Risk | null;
  readonly region: string | null;
  readonly teams: readonly string[];
  readonly csat: number | null;
  readonly releases: readonly string[];
};

/** A score that a list goes by, with the evaluator's version that gave it. */
export type DecidingScore = WorstScore & { readonly version: number };

/** A case with the scores by which it is in the list, in the order of their columns; null: it has none. */
export type ListedCase = CaseListItem & {
  readonly deciding: readonly (DecidingScore | null)[];
};

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

/**
 * Whole days of the display zone, each written as its midnight in UTC (microseconds since 1970; see
 * `startOfDay`); `toUs` is the first day after them.
 */
export type ShownPeriod = {
  readonly fromUs: number;
  readonly toUs: number;
  /** True where it ends with the newest data. */
  readonly isNewest: boolean;
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
