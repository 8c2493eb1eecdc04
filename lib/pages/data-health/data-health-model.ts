import type { Channel } from "@/lib/domain/trace/channel";
import type { HealthDays, HealthQuery } from "./url";
import type { Tone } from "@/lib/format/wording";

export type FeedView = {
  readonly channel: Channel;
  readonly lastUs: number;
  /** Contacts in the days shown. */
  readonly total: number;
  /** One a day, oldest first. */
  readonly counts: readonly number[];
  /** Of each day, the share of the busiest day of any channel. */
  readonly heights: readonly number[];
  /** The days in one sentence. */
  readonly summary: string;
  readonly state: { readonly tone: Tone; readonly label: string; readonly because: string };
};

/** How contacts came in. */
export type FeedsView = {
  readonly newestUs: number;
  /** Whether more contacts were to be expected since the newest one. */
  readonly hasEnded: boolean;
  /** The days shown, oldest first. */
  readonly days: readonly string[];
  /** The numbers of days of which each shows more than the one before. */
  readonly daysOffered: readonly HealthDays[];
  readonly feeds: readonly FeedView[];
};

export type UnassignedView = {
  readonly key: string;
  readonly channel: string;
  readonly why: string;
  readonly remedy: string;
  readonly spans: number;
  readonly traces: number;
  readonly exampleTraceIds: readonly string[];
};

export type SourceView = {
  readonly field: string;
  readonly shares: readonly {
    readonly words: string;
    readonly spans: number;
    readonly percent: string;
  }[];
};

export type EvaluatorView = {
  readonly key: string;
  readonly evaluator: string;
  readonly version: string;
  readonly total: number;
  readonly scored: number;
  /** Of those to which the question applied. */
  readonly unscored: number;
  readonly notApplicable: number;
  /** "12%", or a fraction where they are few. */
  readonly unscoredShare: string;
  readonly reasons: readonly { readonly because: string; readonly count: number }[];
};

export type QueueView = {
  readonly depth: number;
  readonly stages: readonly { readonly label: string; readonly depth: number }[];
  /** Age of the oldest entry, or null where nothing waits. */
  readonly age: string | null;
  /** What could not be derived and rests, the first of it. */
  readonly failures: readonly FailureView[];
  /** How much rests in all. */
  readonly failed: number;
};

export type FailureView = {
  readonly label: string;
  /** null where there is nothing of it to be looked at. */
  readonly href: string | null;
  /** What went wrong, without personal data. */
  readonly failure: string;
};

/** An id that so much has in common that nothing is concluded from it. */
export type OversizedView = {
  readonly label: string;
  /** null where there is no page of it. */
  readonly href: string | null;
  readonly because: string;
  readonly remedy: string;
};

/** What last went wrong in the server's writer. */
export type ProblemView = { readonly message: string; readonly atUs: number };

/** What the Data health page shows. */
export type DataHealthModel = {
  readonly title: string;
  readonly asOfUs: number;
  readonly query: HealthQuery;
  /** null where no contact has a case yet. */
  readonly feeds: FeedsView | null;
  readonly unassignedSpans: number;
  readonly unassigned: readonly UnassignedView[];
  readonly sources: readonly SourceView[];
  readonly findings: readonly {
    readonly label: string;
    readonly count: number;
    readonly exampleTraceId: string;
  }[];
  readonly oversized: readonly OversizedView[];
  /** How many there are in all. */
  readonly oversizedTotal: number;
  readonly queue: QueueView;
  /** Since the server started; null where nothing did. */
  readonly lastProblem: ProblemView | null;
  readonly evaluators: readonly EvaluatorView[];
  readonly isWorkspaceEmpty: boolean;
};
