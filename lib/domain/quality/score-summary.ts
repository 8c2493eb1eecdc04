import type { Channel } from "../trace/channel";

/** Number of equal verdicts of one evaluator and version. */
export type ScoreTally = {
  readonly evaluator: string;
  /** Null: imported with the traces. */
  readonly version: number | null;
  readonly status: "scored" | "not-applicable" | "not-scorable";
  /** Null if the target has no single channel. */
  readonly channel: Channel | null;
  /** Monday of the week in which the case opened, in days since 1970; null if unknown. */
  readonly week: number | null;
  /** Tenth of the scale that the value is in, 0 to 9; null if there is none. */
  readonly bin: number | null;
  readonly count: number;
  readonly sum: number;
};

/** A reason of unscored verdicts with its count. */
export type UnscoredReason = {
  readonly evaluator: string;
  readonly version: number | null;
  readonly because: string;
  readonly count: number;
};

/** Summary of the verdicts on a workspace's newest cases. */
export type ScoreSummary = {
  /** How many cases they are about. */
  readonly cases: number;
  /** Whether there are older cases that are left out. */
  readonly isCut: boolean;
  readonly tallies: readonly ScoreTally[];
  readonly reasons: readonly UnscoredReason[];
};
