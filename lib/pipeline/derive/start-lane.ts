import type { Worker } from "node:worker_threads";
import { isDomainError } from "@/lib/domain/domain-error";
import type { QueueStage } from "@/lib/store/queue";
import { noteDamage } from "@/lib/store/storage-faults";
import { startThread } from "../worker/start-thread";
import { createClaims } from "./claims";
import type { DeriverNews, DeriverTask } from "./deriver-protocol";

export type LaneLimits = {
  /** Time limit per entry. */
  readonly deadlineMs: number;
  /** Heap limit of the thread (V8 old space). */
  readonly heapMiB: number;
};

export type LaneEvents = {
  /**
   * An entry exceeded its limits: its thread was terminated and another one started.
   * @param why holds no personal data
   */
  readonly onEnded: (entry: LaneEntry, why: string) => Promise<void>;
  readonly onSettled: (entries: number, cases: readonly string[]) => void;
  /**
   * The lane is empty except, if not `isEmpty`, for traces that are still arriving, and for what was written after the
   * round began (`begun`).
   */
  readonly onIdle: (isEmpty: boolean, begun: bigint) => void;
  readonly onProblem: (message: string) => void;
};

export type LaneEntry = { readonly stage: QueueStage; readonly key: string };

export type Lane = {
  /** Terminates the thread; what it had not stored stays queued. */
  readonly stop: () => Promise<void>;
};

const respawnMs = 1000;

/**
 * Runs a deriver thread on one lane of a workspace's queue until it is stopped. An entry that exceeds the time or
 * memory limit is terminated with its thread, and a new thread continues with the next entry.
 */
export function startLane(task: DeriverTask, limits: LaneLimits, events: LaneEvents): Lane {
  let thread = spawn();
  let isStopped = false;
  let entry: LaneEntry | null = null;
  let expired: LaneEntry | null = null;
  let why: string | null = null;
  let deadline: NodeJS.Timeout | undefined;

  function spawn(): Worker {
    const started = startThread("deriver.mjs", { workerData: task, heapMiB: limits.heapMiB });
    started.on("message", handleNews);
    started.on("error", (error: NodeJS.ErrnoException) => {
      if (isDomainError(error) && error.code === "damaged") noteDamage(task.path, error.message);
      why ??= whyFailed(error, limits);
    });
    started.on("exit", () => void goOn());
    return started;
  }

  function handleNews(news: DeriverNews): void {
    if (news.type === "begin") {
      const begun = { stage: news.stage, key: news.key };
      entry = begun;
      clearTimeout(deadline);
      deadline = setTimeout(() => expire(begun), limits.deadlineMs);
    } else if (news.type === "end") {
      entry = null;
      clearTimeout(deadline);
    } else if (news.type === "settled") events.onSettled(news.entries, news.cases);
    else if (news.type === "idle") events.onIdle(news.isEmpty, news.begun);
    else {
      if (news.isDamage) noteDamage(task.path, news.message);
      events.onProblem(news.message);
    }
  }

  /** If this thread was busy itself, the `end` message may still be in its event queue: that is handled first. */
  function expire(begun: LaneEntry): void {
    setImmediate(() => {
      if (entry !== begun || isStopped) return;
      expired = begun;
      why = `It took longer than ${String(limits.deadlineMs / 1000)} seconds.`;
      void thread.terminate();
    });
  }

  async function goOn(): Promise<void> {
    clearTimeout(deadline);
    // Until it has exited, a thread that is being terminated may still finish its entry and begin another.
    const [ended, reason] = [expired ?? entry, why ?? "Its thread ended."];
    entry = null;
    expired = null;
    why = null;
    createClaims(task.board, task.holder).release();
    if (isStopped) return;
    if (ended === null) {
      events.onProblem(reason);
      setTimeout(respawn, respawnMs).unref();
      return;
    }
    await events.onEnded(ended, reason).catch(() => undefined);
    respawn();
  }

  function respawn(): void {
    if (!isStopped) thread = spawn();
  }

  return {
    stop: async () => {
      isStopped = true;
      clearTimeout(deadline);
      await thread.terminate();
    },
  };
}

function whyFailed(error: NodeJS.ErrnoException, { heapMiB }: LaneLimits): string {
  return error.code === "ERR_WORKER_OUT_OF_MEMORY"
    ? `It needed more than ${String(heapMiB)} MiB of memory.`
    : isDomainError(error)
      ? error.message
      : `Its thread failed (${error.name}).`;
}
