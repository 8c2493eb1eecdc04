import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import type { IntakeSettings } from "@/lib/domain/settings/settings";
import type { StorableSpan } from "@/lib/domain/trace/storable-span";
import { threadFile } from "../worker/thread-file";
import { dataFolder } from "../worker/data-folder";
import { logEvent } from "@/lib/log/log-event";
import type { SpanItem } from "@/lib/ingest/prepare-item";
import type { PreparerReply, PreparerRequest, PreparerTask } from "./preparer-protocol";

/** Threads that prepare spans for storage. */
export type Preparers = {
  /** Number of threads at most. */
  readonly threads: number;
  /** @returns one for each item, in their order */
  readonly prepare: (
    items: readonly SpanItem[],
    settings: IntakeSettings,
  ) => Promise<readonly StorableSpan[]>;
  /** Terminates the threads. */
  readonly stop: () => Promise<void>;
};

/** A thread ends after it had nothing to do for so long: it takes some 100 MB. */
const idleMs = 5000;

/** A request of 64 spans takes tens of milliseconds; one that takes so long does not end. */
const usualRequestMs = 60_000;
/** A request whose thread ended so often is given up. */
const triesMax = 3;

type Waiting = {
  readonly request: PreparerRequest;
  /** Threads that ended while they were at it. */
  ended: number;
  readonly resolve: (spans: readonly StorableSpan[]) => void;
  readonly reject: (error: Error) => void;
};
type Preparer = {
  readonly thread: Worker;
  /** What was sent to it, the oldest first. */
  readonly waiting: Waiting[];
  idle: NodeJS.Timeout | undefined;
  deadline: NodeJS.Timeout | undefined;
};

/**
 * Starts no thread yet: each starts with the first spans that no other is free for. Where one ends or hangs, another
 * does its work again.
 * @param threads at most; default: a core is left for the thread that decodes and stores
 */
export function startPreparers(
  folder = dataFolder(),
  threads = Math.max(1, availableParallelism() - 1),
  requestMs = usualRequestMs,
): Preparers {
  const running = new Set<Preparer>();
  let isStopped = false;
  let last: { readonly settings: IntakeSettings; readonly json: string } | null = null;

  function start(): Preparer {
    const task: PreparerTask = { folder };
    const thread = new Worker(threadFile("preparer.mjs"), { workerData: task });
    const preparer: Preparer = { thread, waiting: [], idle: undefined, deadline: undefined };
    thread.on("message", (reply: PreparerReply) => {
      const waiting = preparer.waiting.shift();
      if (reply.type === "prepared") waiting?.resolve(reply.spans);
      else waiting?.reject(new Error(reply.message));
      watch(preparer);
      if (preparer.waiting.length > 0) return;
      preparer.idle = setTimeout(() => void end(preparer), idleMs);
      preparer.idle.unref();
    });
    thread.on("error", (error) => {
      logEvent("preparer-failed", { error });
    });
    thread.on("exit", () => replace(preparer));
    running.add(preparer);
    return preparer;
  }

  /** Bounds the time of the oldest request of a thread. */
  function watch(preparer: Preparer): void {
    clearTimeout(preparer.deadline);
    if (preparer.waiting.length === 0) return;
    preparer.deadline = setTimeout(() => void preparer.thread.terminate(), requestMs);
  }

  /** What an ended thread had not answered goes to others: the oldest was the one it ended at. */
  function replace(preparer: Preparer): void {
    running.delete(preparer);
    clearTimeout(preparer.idle);
    clearTimeout(preparer.deadline);
    const [oldest, ...others] = preparer.waiting.splice(0);
    if (oldest === undefined) return;
    oldest.ended += 1;
    if (oldest.ended >= triesMax) oldest.reject(new DomainError("invalid-input", givenUp));
    else if (!isStopped) send(oldest);
    if (!isStopped) for (const other of others) send(other);
  }

  function send(waiting: Waiting): void {
    const preparer = leastBusy();
    clearTimeout(preparer.idle);
    preparer.waiting.push(waiting);
    if (preparer.waiting.length === 1) watch(preparer);
    preparer.thread.postMessage(waiting.request);
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
        send({ request: { items, settings: last.json }, ended: 0, resolve, reject });
      }),
    stop: async () => {
      isStopped = true;
      await Promise.all([...running].map(end));
    },
  };
}

const givenUp =
  "Spans among these could not be read: the thread that read them ended, or took too long, three times. What came before them is kept.";
