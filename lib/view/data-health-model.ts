import type { Channel } from "@/lib/domain/channel";
import type { Tone } from "./wording";

export type FeedView = {
  readonly channel: Channel;
  readonly lastUs: number;
  readonly total: number;
  /** One a day, oldest first; `height` is the share of the busiest day of any channel. */
  readonly days: readonly {
    readonly label: string;
    readonly count: number;
    readonly height: number;
  }[];
  readonly state: { readonly tone: Tone; readonly label: string; readonly because: string };
};

export type UnassignedView = {
  readonly key: string;
  readonly channel: string;
  readonly why: string;
  readonly remedy: string;
  readonly spans: number;
  readonly traces: number;
  readonly exampleTraceId: string;
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
};

/** What last went wrong in the server's writer. */
export type ProblemView = { readonly message: string; readonly atUs: number };

/** What the Data health page shows. */
export type DataHealthModel = {
  readonly title: string;
  readonly asOfUs: number;
  readonly newestUs: number | null;
  readonly days: number;
  readonly feeds: readonly FeedView[];
  readonly unassignedSpans: number;
  readonly unassigned: readonly UnassignedView[];
  readonly sources: readonly SourceView[];
  readonly findings: readonly {
    readonly label: string;
    readonly count: number;
    readonly exampleTraceId: string;
  }[];
  readonly queue: QueueView;
  /** Since the server started; null where nothing did. */
  readonly lastProblem: ProblemView | null;
  readonly evaluators: readonly EvaluatorView[];
  readonly isWorkspaceEmpty: boolean;
};
