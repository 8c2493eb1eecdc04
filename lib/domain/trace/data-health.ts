import type { Channel } from "./channel";
import type { DataFindingCode } from "./finding";
import type { IdentityField, IdentitySource } from "./identity";

/** How a channel's contacts came in. */
export type ChannelFeed = {
  readonly channel: Channel;
  /** When its first contact began, and the end of its newest. */
  readonly firstUs: number;
  readonly lastUs: number;
  /** Contacts in the days up to the last one that tell its pace, and the first of those. */
  readonly recent: number;
  readonly recentFirstUs: number;
  /** Contacts by the day they began on (days since 1970 in the display zone), of those shown; absent where none. */
  readonly byDay: ReadonlyMap<number, number>;
};

/** Spans without a case, alike in what they lack. */
export type UnassignedGroup = {
  readonly channel: string;
  readonly hasSession: boolean;
  /** Other spans of their traces name several cases. */
  readonly isTorn: boolean;
  readonly spans: number;
  readonly traces: number;
  /** The first few. */
  readonly exampleTraceIds: readonly string[];
};

/** Spans whose field was said in one place; `from` is null where nobody said it. */
export type SourceCount = {
  readonly field: IdentityField;
  readonly from: IdentitySource | null;
  readonly spans: number;
};

export type FindingCount = {
  readonly code: DataFindingCode;
  readonly count: number;
  readonly exampleTraceId: string;
};

/** Verdicts of one evaluator that came out alike. */
export type VerdictCount = {
  readonly evaluator: string;
  /** null: imported with the traces. */
  readonly version: number | null;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  /** "" where it was scored. */
  readonly because: string;
  readonly count: number;
};

export type StageQueue = {
  readonly stage: "trace" | "case" | "customer";
  readonly depth: number;
  readonly oldestUs: number;
};

/** Something that could not be worked off. */
export type QueueFailure = {
  readonly stage: StageQueue["stage"];
  /** Of the trace, the case or the customer. */
  readonly id: string;
  /** Whether earlier rows of it can be looked at. */
  readonly hasPage: boolean;
  /** Why, without personal data. */
  readonly failure: string;
  /** How many failed in all. */
  readonly total: number;
};

/** A session or a customer with more members than are told from one another. */
export type OversizedGroup = {
  readonly kind: "session" | "customer";
  /** As it is stored: masked where it was personal. */
  readonly key: string;
  /** Traces of the session, or cases of the customer. */
  readonly members: number;
  /** How many such groups there are in all. */
  readonly total: number;
};

/** What a workspace says about whether its data is complete. */
export type DataHealth = {
  readonly feeds: readonly ChannelFeed[];
  readonly unassignedSpans: number;
  readonly unassigned: readonly UnassignedGroup[];
  readonly sources: readonly SourceCount[];
  readonly findings: readonly FindingCount[];
  /** The first of the ids that too much has in common. */
  readonly oversized: readonly OversizedGroup[];
  readonly queue: readonly StageQueue[];
  /** The first of what rests because working it off failed. */
  readonly failures: readonly QueueFailure[];
  readonly verdicts: readonly VerdictCount[];
};
