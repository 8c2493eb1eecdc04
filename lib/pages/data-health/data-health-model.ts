import type { Channel } from "@/lib/domain/trace/channel";
import type { HealthDays, HealthQuery } from "./url";
import type { Tone } from "@/lib/format/wording";

export type FeedView = {
  readonly channel: Channel;
  readonly lastUs: number;
  /** Contacts in the days shown. */
  readonly total: number;
  /** One per day, oldest first. */
  readonly counts: readonly number[];
  /** Each day as a share of the busiest day of any channel. */
  readonly heights: readonly number[];
  /** The days in one sentence. */
  readonly summary: string;
  readonly state: { readonly tone: Tone; readonly label: string; readonly because: string };
};

/** Contacts by channel and day. */
export type FeedsView = {
  readonly newestUs: number;
  /** Whether more contacts were expected since the newest one. */
  readonly hasEnded: boolean;
  /** The days shown, oldest first. */
  readonly days: readonly string[];
  /** Choices of the number of days, ascending. */
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
  /** Share of the eligible. */
  readonly unscored: number;
  readonly notApplicable: number;
  /** "12%", or a fraction where they are few. */
  readonly unscoredShare: string;
  readonly reasons: readonly { readonly because: string; readonly count: number }[];
};

export type QueueView = {
  readonly depth: number;
  readonly stages: readonly { readonly label: string; readonly depth: number }[];
  /** Age of the oldest entry; null: the queue is empty. */
  readonly age: string | null;
  /** By the token that it came with, the most first; none where nothing came with one. */
  readonly senders: readonly SenderView[];
  /** How many further ones there are, and what waits of them together; null: none. */
  readonly furtherSenders: {
    readonly count: number;
    readonly depth: number;
    readonly age: string;
  } | null;
  /** Quarantined cases, the first few. */
  readonly failures: readonly FailureView[];
  /** Number of quarantined cases. */
  readonly failed: number;
};

/** @property token its public id; "": all that came without one */
export type SenderView = { readonly token: string; readonly depth: number; readonly age: string };

export type FailureView = {
  readonly label: string;
  /** null: nothing to show. */
  readonly href: string | null;
  /** The error, without personal data. */
  readonly failure: string;
};

/** An id shared by too many traces to be used. */
export type OversizedView = {
  readonly label: string;
  /** null: it has no page. */
  readonly href: string | null;
  readonly because: string;
  readonly remedy: string;
};

/** The latest failure of the server's writer. */
export type ProblemView = {
  readonly message: string;
  readonly atUs: number;
  /** An empty queue then tells that it is over. */
  readonly isOfDerivation: boolean;
};

/** The model of the Data health page. */
export type DataHealthModel = {
  readonly title: string;
  readonly asOfUs: number;
  readonly query: HealthQuery;
  /** null: no contact has a case yet. */
  readonly feeds: FeedsView | null;
  readonly unassignedSpans: number;
  readonly unassigned: readonly UnassignedView[];
  readonly sources: readonly SourceView[];
  readonly findings: readonly {
    readonly label: string;
    readonly count: number;
    readonly exampleTraceId: string;
  }[];
  /** Cases whose region is no place we know, and how such regions are written, the most frequent first. */
  readonly unplaced: { readonly cases: number; readonly regions: readonly string[] };
  readonly oversized: readonly OversizedView[];
  /** How many there are in all. */
  readonly oversizedTotal: number;
  readonly queue: QueueView;
  /** Since the server started; null: none. */
  readonly lastProblem: ProblemView | null;
  readonly evaluators: readonly EvaluatorView[];
  readonly isWorkspaceEmpty: boolean;
};
