import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { QueueStage } from "@/lib/store/queue";
import type { DeriverNews, DeriverTask } from "./deriver-protocol";

/** What one lane of derivation may use. */
export type LaneLimits = {
  /** How long one entry may take. */
  readonly deadlineMs: number;
  /** How much memory its thread may use for what JavaScript keeps. */
  readonly heapMiB: number;
};

export type LaneEvents = {
  /** An entry was ended before its time: its thread is gone, another follows. @param why without personal data */
  readonly onEnded: (entry: LaneEntry, why: string) => Promise<void>;
  readonly onSettled: (entries: number, cases: readonly string[]) => void;
  /** Nothing waits in the lane but, where it is not empty, traces that just came in. */
  readonly onIdle: (isEmpty: boolean) => void;
  readonly onProblem: (message: string) => void;
};

export type LaneEntry = { readonly stage: QueueStage; readonly key: string };

export type Lane = {
  /** Ends the thread, whatever it does; what it had not stored still waits. */
  readonly stop: () => Promise<void>;
};

const respawnMs = 1000;

/**
 * Keeps a deriver thread running on one lane of a workspace's queue until it is stopped. An entry that
 * takes too long or needs too much memory ends with its thread, and another thread goes on behind it.
 */
export function startLane(task: DeriverTask, limits: LaneLimits, events: LaneEvents): Lane {
  let thread = spawn();
  let isStopped = false;
  let entry: LaneEntry | null = null;
  let expired: LaneEntry | null = null;
  let why: string | null = null;
  let deadline: NodeJS.Timeout | undefined;

  function spawn(): Worker {
    const started = new Worker(deriverFile(), {
      workerData: task,
      resourceLimits: { maxOldGenerationSizeMb: limits.heapMiB },
    });
    started.on("message", hear);
    started.on("error", (error: NodeJS.ErrnoException) => {
      why ??= whyFailed(error, limits);
    });
    started.on("exit", () => void goOn());
    return started;
  }

  function hear(news: DeriverNews): void {
    if (news.type === "begin") {
      const begun = { stage: news.stage, key: news.key };
      entry = begun;
      deadline = setTimeout(() => expire(begun), limits.deadlineMs);
    } else if (news.type === "end") {
      entry = null;
      clearTimeout(deadline);
    } else if (news.type === "settled") events.onSettled(news.entries, news.cases);
    else if (news.type === "idle") events.onIdle(news.isEmpty);
    else events.onProblem(news.message);
  }

  /** Where this thread was busy itself, the news that the entry has ended may still be waiting: it is heard first. */
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
    // Until it is gone, a thread that is being ended may still finish its entry and begin the next.
    const [ended, reason] = [expired ?? entry, why ?? "Its thread ended."];
    entry = null;
    expired = null;
    why = null;
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
    : `Its thread failed (${error.name}).`;
}

/** Beside the bundle that this code runs in; for sources, in the checkout that is the working folder. */
function deriverFile(): string {
  const name = "deriver.mjs";
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : join(process.cwd(), "dist", name);
}
