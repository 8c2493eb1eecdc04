import type { SlaState } from "./sla-state";

/** An interval of a case's service clock. Only `running` uses up the target. */
export type SlaSegment = {
  readonly fromUs: number;
  readonly toUs: number;
  readonly state: "running" | "paused" | "off-hours" | "stopped";
  /** Reason of a pause, if stated. */
  readonly reason: string | null;
};

/** The clock's status at `asOf`. */
export type SlaStatus = {
  readonly state: SlaState;
  /** When the target is used up: reached, or expected if the clock keeps running; null without a target. */
  readonly dueUs: number | null;
  /** Business time from the clock's end, or from `asOf`, until it is due; negative if late. 0 without a target. */
  readonly leftUs: number;
};

/** A case's service clock: from opening to closing, over all channels, never reset. */
export type SlaClock = {
  /** Contiguous, in order; empty if the opening is unknown. */
  readonly segments: readonly SlaSegment[];
  readonly usedUs: number;
  /** Working time allowed; null without a target. */
  readonly targetUs: number | null;
  /** The target's source in words: "the CRM's due date". */
  readonly targetFrom: string | null;
  readonly status: SlaStatus;
};
