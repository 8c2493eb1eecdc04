import type { SlaState } from "./sla-state";

/** A stretch of a case's service clock. Only `running` uses up the target. */
export type SlaSegment = {
  readonly fromUs: number;
  readonly toUs: number;
  readonly state: "running" | "paused" | "off-hours" | "stopped";
  /** Why it is paused, where somebody said so. */
  readonly reason: string | null;
};

/** How a case's service clock stands as of an instant: what every page says of it. */
export type SlaStatus = {
  readonly state: SlaState;
  /** When the target is used up: reached, or expected if the clock ran on; null without a target. */
  readonly dueUs: number | null;
  /** Business time from the clock's end, or from the instant, until it is due; below 0: so late. 0 without a target. */
  readonly leftUs: number;
};

/** A case's one service clock: from opening to closing, over all its channels, never reset. */
export type SlaClock = {
  /** Adjoining, in order; empty where nobody knows when the case opened. */
  readonly segments: readonly SlaSegment[];
  /** Working time used. */
  readonly usedUs: number;
  /** Working time allowed; null where nobody set a target. */
  readonly targetUs: number | null;
  /** Where the target comes from, in words: "the CRM's due date". */
  readonly targetFrom: string | null;
  readonly standing: SlaStatus;
};
