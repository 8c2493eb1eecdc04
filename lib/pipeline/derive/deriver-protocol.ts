import type { QueueLane, QueueOrder, QueueStage } from "@/lib/store/queue";

/** What a deriver thread is started with. */
export type DeriverTask = {
  /** The workspace's file. */
  readonly path: string;
  readonly lane: QueueLane;
  readonly order: QueueOrder;
};

/** What a deriver thread says. Each `begin` is followed by an `end`, unless the thread is ended before it. */
export type DeriverNews =
  | { readonly type: "begin"; readonly stage: QueueStage; readonly key: string }
  | { readonly type: "end" }
  /** Entries were settled and stored. */
  | { readonly type: "settled"; readonly entries: number; readonly cases: readonly string[] }
  /**
   * Nothing waits in its lane but, where that is not empty, traces that just came in; and all that changed
   * code or settings put out of date is done.
   */
  | { readonly type: "idle"; readonly isEmpty: boolean }
  /** Something that will be tried again; the words hold no personal data. */
  | { readonly type: "problem"; readonly message: string };
