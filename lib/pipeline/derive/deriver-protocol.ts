import type { ClaimBoard } from "./claims";
import type { QueueLane, QueueOrder, QueueStage } from "@/lib/store/queue";

/** Start parameters of a deriver thread. */
export type DeriverTask = {
  /** Where the workspace's database is. */
  readonly path: string;
  /** The data folder, with the workspace's key. */
  readonly folder: string;
  readonly lane: QueueLane;
  readonly order: QueueOrder;
  /** Its number among those of the lane, from 1, and what they claim. */
  readonly holder: number;
  readonly board: ClaimBoard;
};

/**
 * Messages of a deriver thread. Each `begin` is followed by that of the next entry or by an `end`, unless the thread is
 * terminated in between.
 */
export type DeriverNews =
  | { readonly type: "begin"; readonly stage: QueueStage; readonly key: string }
  | { readonly type: "end" }
  /** Queue entries were derived and stored. */
  | { readonly type: "settled"; readonly entries: number; readonly cases: readonly string[] }
  /**
   * The lane is empty except, if not `isEmpty`, for traces that are still arriving; everything
   * outdated by new code or settings is derived.
   * @property begun when this round began (`process.hrtime.bigint()`, the same clock for all threads): what was written
   * later may not be derived
   */
  | { readonly type: "idle"; readonly isEmpty: boolean; readonly begun: bigint }
  /** A failure that will be retried; the message holds no personal data. */
  | { readonly type: "problem"; readonly message: string; readonly isDamage: boolean };
