import type { Channel } from "./channel";
import type { DataFindingCode } from "./finding";
import type { IdentityField, IdentitySource } from "./identity";

/** Intake of one channel. */
export type ChannelFeed = {
  readonly channel: Channel;
  /** Start of its first contact, and end of its newest. */
  readonly firstUs: number;
  readonly lastUs: number;
  /** Contacts in the days up to the last one that determine its rate, and the first of those. */
  readonly recent: number;
  readonly recentFirstUs: number;
  /**
   * Contacts by start day (days since 1970 in the display zone) of the displayed days; days without any are absent.
   */
  readonly byDay: ReadonlyMap<number, number>;
};

/** Spans without a case that lack the same things. */
export type UnassignedGroup = {
  readonly channel: string;
  readonly hasSession: boolean;
  /** What the spans of their traces name several of. */
  readonly torn: "cases" | "customers or sessions" | null;
  readonly spans: number;
  readonly traces: number;
  /** The first few. */
  readonly exampleTraceIds: readonly string[];
};

/** Number of spans by source of a field; `from` is null if it is missing. */
export type SourceCount = {
  readonly field: IdentityField;
  readonly from: IdentitySource | null;
  readonly spans: number;
};

/** Cases of a region, as it was sent. */
export type RegionCount = { readonly region: string; readonly count: number };

export type FindingCount = {
  readonly code: DataFindingCode;
  readonly count: number;
  readonly exampleTraceId: string;
};

/** Number of equal verdicts of one evaluator. */
export type VerdictCount = {
  readonly evaluator: string;
  /** Null: imported with the traces. */
  readonly version: number | null;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  /** "" if scored. */
  readonly because: string;
  readonly count: number;
};

export type StageQueue = {
  readonly stage: "trace" | "case" | "customer";
  readonly depth: number;
  readonly oldestUs: number;
};

/** What waits of a sender. @property sender public id of its token; "": what came without a token, or of no sender */
export type SenderQueue = {
  readonly sender: string;
  readonly depth: number;
  readonly oldestUs: number;
};

/** A quarantined queue entry. */
export type QueueFailure = {
  readonly stage: StageQueue["stage"];
  /** Id of the trace, case or customer. */
  readonly id: string;
  /** Whether earlier rows of it have a page. */
  readonly hasPage: boolean;
  /** The error, without personal data. */
  readonly failure: string;
  readonly total: number;
};

/** A session or customer with more members than the limit. */
export type OversizedGroup = {
  readonly kind: "session" | "customer";
  /** As stored: masked if personal. */
  readonly key: string;
  /** Traces of the session, or cases of the customer. */
  readonly members: number;
  readonly total: number;
};

/** Completeness of a workspace's data. */
export type DataHealth = {
  readonly feeds: readonly ChannelFeed[];
  readonly unassignedSpans: number;
  readonly unassigned: readonly UnassignedGroup[];
  readonly sources: readonly SourceCount[];
  readonly findings: readonly FindingCount[];
  /** Of the latest cases. */
  readonly regions: readonly RegionCount[];
  /** The first of the ids above the limit. */
  readonly oversized: readonly OversizedGroup[];
  readonly queue: readonly StageQueue[];
  /** The deepest first. */
  readonly senders: readonly SenderQueue[];
  /** The first of the quarantined entries. */
  readonly failures: readonly QueueFailure[];
  readonly verdicts: readonly VerdictCount[];
};
