import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import type { ReadingSettings } from "@/lib/domain/settings/settings";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { keepCompiled } from "../worker/keep-compiled";
import { threadFile } from "../worker/thread-file";
import { dataFolder } from "../worker/data-folder";
import type { SpanItem } from "./prepare-items";
import type { PreparerReply, PreparerRequest, PreparerTask } from "./preparer-protocol";

/** Threads that prepare spans for storage. */
export type Preparers = {
  /** Number of threads at most. */
  readonly threads: number;
  /** @returns one for each item, in their order */
  readonly prepare: (
    items: readonly SpanItem[],
    settings: ReadingSettings,
  ) => Promise<readonly StorableSpan[]>;
  /** Terminates the threads. */
  readonly stop: () => Promise<void>;
};

/** A thread ends after it had nothing to do for so long: it takes some 100 MB. */
const idleMs = 5000;

type Waiting = {
  readonly resolve: (spans: readonly StorableSpan[]) => void;
  readonly reject: (error: Error) => void;
};
type Preparer = {
  readonly thread: Worker;
  /** Of each request that was sent, the oldest first. */
  readonly waiting: Waiting[];
  idle: NodeJS.Timeout | undefined;
};

/**
 * Starts no thread yet: each starts with the first spans that no other is free for.
 * @param threads at most; default: a core is left for the thread that decodes and stores
 */
export function startPreparers(
  folder = dataFolder(),
  threads = Math.max(1, availableParallelism() - 1),
): Preparers {
  const running = new Set<Preparer>();
  let last: { readonly settings: ReadingSettings; readonly json: string } | null = null;

  function start(): Preparer {
    const task: PreparerTask = { folder };
    keepCompiled();
    const thread = new Worker(threadFile("preparer.mjs"), { workerData: task });
    const preparer: Preparer = { thread, waiting: [], idle: undefined };
    thread.on("message", (reply: PreparerReply) => {
      const waiting = preparer.waiting.shift();
      if (reply.type === "prepared") waiting?.resolve(reply.spans);
      else waiting?.reject(new Error(reply.message));
      if (preparer.waiting.length > 0) return;
      preparer.idle = setTimeout(() => void end(preparer), idleMs);
      preparer.idle.unref();
    });
    thread.on("error", (error) => fail(preparer, error));
    thread.on("exit", () => fail(preparer, new Error("A thread that prepares spans ended.")));
    running.add(preparer);
    return preparer;
  }

  function fail(preparer: Preparer, error: Error): void {
    running.delete(preparer);
    for (const { reject } of preparer.waiting.splice(0)) reject(error);
  }

  function end(preparer: Preparer): Promise<unknown> {
    running.delete(preparer);
    return preparer.thread.terminate();
  }

  function leastBusy(): Preparer {
    const [first] = [...running].sort((one, other) => one.waiting.length - other.waiting.length);
    const isFree = first?.waiting.length === 0;
    return first !== undefined && (isFree || running.size >= threads) ? first : start();
  }

  return {
    threads,
    prepare: (items, settings) =>
      new Promise((resolve, reject) => {
        if (last?.settings !== settings) last = { settings, json: JSON.stringify(settings) };
        const preparer = leastBusy();
        clearTimeout(preparer.idle);
        preparer.waiting.push({ resolve, reject });
        const request: PreparerRequest = { items, settings: last.json };
        preparer.thread.postMessage(request);
      }),
    stop: async () => {
      await Promise.all([...running].map(end));
    },
  };
}
