import { setImmediate as nextTurn, setTimeout as wait } from "node:timers/promises";
import type { MaskAnswer } from "@/lib/domain/mask-answer";
import type { Database } from "@/lib/store/database";
import { readQueueState } from "@/lib/store/queue";
import { createDerivationWatches, type DerivationWatch } from "./derivation-watch";
import { drainQueue, markChanges } from "./drain-queue";

/** Derivation starts when ingest has been quiet this long, or has gone on for the longest wait. */
const quietMs = 150;
const longestWaitMs = 1000;
/** How often the queue is looked at when nothing is known to have come in. */
const pollMs = 100;
/** Between two looks at whether something more urgent came in. */
const sliceMs = 10;

export type WorkerLoop = {
  /** Says that spans came in: derivation waits until they are quiet. */
  readonly noteIngest: () => void;
  /** Begins to watch which cases are derived. */
  readonly watch: () => DerivationWatch;
  /** Resolves when the work under way has ended. */
  readonly stop: () => Promise<void>;
};

export type WorkerLoopOptions = {
  readonly db: Database;
  /** Microseconds since 1970. */
  readonly now: () => number;
  readonly maskAnswer: MaskAnswer;
  /** True while something waits that goes before derivation. */
  readonly isUrgent: () => boolean;
  readonly onError: (error: unknown) => void;
};

/** Keeps a workspace derived: works its queue off whenever ingest is quiet, until it is stopped. */
export function startWorkerLoop({
  db,
  now,
  maskAnswer,
  isUrgent,
  onError,
}: WorkerLoopOptions): WorkerLoop {
  let isStopped = false;
  let firstIngestMs: number | null = null;
  let lastIngestMs: number | null = null;
  const watches = createDerivationWatches();

  function isSettling(): boolean {
    if (firstIngestMs === null || lastIngestMs === null) return false;
    const nowMs = performance.now();
    return nowMs - lastIngestMs < quietMs && nowMs - firstIngestMs < longestWaitMs;
  }

  async function run(): Promise<void> {
    while (!isStopped) {
      if (isUrgent() || isSettling()) {
        await wait(quietMs / 3);
        continue;
      }
      firstIngestMs = null;
      lastIngestMs = null;
      try {
        await markChanges(db, { now, shouldPause: createPause() });
        const { depth } = await readQueueState(db);
        if (depth > 0) await drain();
        else {
          watches.noteNothingWaits();
          await wait(pollMs);
        }
      } catch (error) {
        onError(error);
        await wait(pollMs);
      }
    }
  }

  async function drain(): Promise<void> {
    const { cases } = await drainQueue(db, { now, maskAnswer, shouldPause: createPause() });
    watches.noteDerived(cases);
  }

  function createPause(): () => Promise<boolean> {
    let sliceStartMs = performance.now();
    return async () => {
      if (performance.now() - sliceStartMs > sliceMs) {
        await nextTurn();
        sliceStartMs = performance.now();
      }
      return isStopped || isUrgent();
    };
  }

  const running = run();
  return {
    noteIngest: () => {
      lastIngestMs = performance.now();
      firstIngestMs ??= lastIngestMs;
    },
    watch: watches.start,
    stop: async () => {
      isStopped = true;
      await running;
    },
  };
}
