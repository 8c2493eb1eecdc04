import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { Remask } from "../originals/remask-spans";
import type { Claims } from "./claims";
import type { QueueLane, QueueOrder, QueueStage } from "@/lib/store/queue";

export type DrainOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** The masker that ingest uses. */
  readonly maskAnswer: MaskAnswer;
  /** Masks again what an older masker masked; absent: nothing is. */
  readonly remask?: Remask;
  /** Lane to drain; default `quick`. */
  readonly lane?: QueueLane;
  /** Order of entries; default `oldest`. */
  readonly order?: QueueOrder;
  /** A case of more spans is left to the slow lane; absent: none is. */
  readonly spansMax?: number;
  /** How long to wait for more spans of a trace before resolving it, in microseconds; default 0. */
  readonly settleUs?: number;
  /** Where several threads share the work; default: one works alone. */
  readonly claims?: Claims;
  /** Polled between entries; true stops and leaves the rest queued. */
  readonly shouldPause?: () => Promise<boolean>;
  /** Awaited before each entry; its time is not the entry's. */
  readonly beforeEntry?: () => Promise<void>;
  /** Called before each entry, so that the caller can enforce a time limit. */
  readonly onBegin?: (stage: QueueStage, key: string) => void;
  /** Called after the last of some entries, before their results are stored. */
  readonly onEnd?: () => void;
  /** Called after each transaction with the number of settled entries and the cases among them. */
  readonly onSettled?: (entries: number, cases: readonly string[]) => void;
};
