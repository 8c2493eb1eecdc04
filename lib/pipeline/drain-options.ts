import type { MaskAnswer } from "@/lib/domain/mask-answer";

/** What working the queue off depends on beside the store. */
export type DrainOptions = {
  /** Microseconds since 1970. */
  readonly now: () => number;
  /** The one that ingest masks with. */
  readonly maskAnswer: MaskAnswer;
  /** Asked between two entries; true leaves the rest for later. */
  readonly shouldPause?: () => Promise<boolean>;
  readonly onProgress?: (settled: number) => void;
};
