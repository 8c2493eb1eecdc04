import type { Channel } from "../trace/channel";

/** Verdicts of one evaluator and version that came out alike. */
export type ScoreTally = {
  readonly evaluator: string;
  /** null: imported with the traces. */
  readonly version: number | null;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  /** null where what was judged is of no one channel. */
  readonly channel: Channel | null;
  /** Monday of the week in which the case opened, in days since 1970; null where nobody knows. */
  readonly week: number | null;
  /** Tenth of the scale the value lies in, 0 to 9; null where there is none. */
  readonly bin: number | null;
  readonly count: number;
  /** Sum of the values. */
  readonly sum: number;
};

/** Why verdicts of one evaluator were not given. */
export type UnscoredReason = {
  readonly evaluator: string;
  readonly version: number | null;
  readonly because: string;
  readonly count: number;
};

/** What the verdicts about a workspace's newest cases come to. */
export type ScoreSummary = {
  /** How many cases they are about. */
  readonly cases: number;
  /** Whether there are older cases that are not among them. */
  readonly isCut: boolean;
  readonly tallies: readonly ScoreTally[];
  readonly reasons: readonly UnscoredReason[];
};
