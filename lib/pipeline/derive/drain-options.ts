import type { MaskAnswer } from "@/lib/domain/privacy/mask-answer";
import type { QueueLane, QueueOrder, QueueStage } from "@/lib/store/queue";

/** What working the queue off depends on beside the store. */
export type DrainOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** The one that ingest masks with. */
  readonly maskAnswer: MaskAnswer;
  /** Which entries are worked off; `quick` where it is left out. */
  readonly lane?: QueueLane;
  /** From which end; `oldest` where it is left out. */
  readonly order?: QueueOrder;
  /** How long a trace waits for more of its spans before it is resolved, in microseconds; 0 where it is left out. */
  readonly settleUs?: number;
  /** Asked between two entries; true leaves the rest for later. */
  readonly shouldPause?: () => Promise<boolean>;
  /** Called before an entry is worked out, and after it: what takes too long between the two can be ended. */
  readonly onBegin?: (stage: QueueStage, key: string) => void;
  readonly onEnd?: () => void;
  /** Called after each transaction with how many entries were settled, and the cases among them. */
  readonly onSettled?: (entries: number, cases: readonly string[]) => void;
};
