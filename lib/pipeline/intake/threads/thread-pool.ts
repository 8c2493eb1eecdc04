import type { Worker } from "node:worker_threads";
import { DomainError } from "@/lib/domain/domain-error";
import { logEvent } from "@/lib/log/log-event";
import { createFairQueue } from "./fair-queue";

/** Threads that answer requests, each in turn; whose requests are answered is fair by owner. */
export type ThreadPool<Request, Reply> = {
  readonly threads: number;
  /** @throws DomainError "invalid-input" where a thread ended, or took too long, at it three times */
  readonly ask: (owner: string, request: Request) => Promise<Reply>;
  /** Terminates the threads. */
  readonly stop: () => Promise<void>;
};

export type PoolOptions = {
  readonly start: () => Worker;
  /** At most. */
  readonly threads: number;
  /** How long a request may take, milliseconds. */
  readonly requestMs: number;
};

/** A thread ends after it had nothing to do for so long: it takes some 150 MB. */
const idleMs = 5000;
/** Requests of a thread: it has the next one at once, however busy the thread is that gives it. */
const inHandMax = 2;
/** A request whose thread ended so often is given up. */
const triesMax = 3;

type Pending<Request, Reply> = {
  readonly owner: string;
  readonly request: Request;
  /** Threads that ended while they were at it. */
  ended: number;
  readonly resolve: (reply: Reply) => void;
  readonly reject: (error: Error) => void;
};

type Member<Request, Reply> = {
  readonly thread: Worker;
  /** What it was asked and has not answered, the oldest first. */
  readonly pending: Pending<Request, Reply>[];
  /** When it began with the oldest. */
  fromMs: number;
  timer: NodeJS.Timeout | undefined;
};

/**
 * Starts no thread yet: each starts with the first request that no other is free for. Where one ends or hangs, another
 * does its work again.
 */
export function createThreadPool<Request, Reply>({
  start,
  threads,
  requestMs,
}: PoolOptions): ThreadPool<Request, Reply> {
  const queue = createFairQueue<Pending<Request, Reply>>();
  const members = new Set<Member<Request, Reply>>();
  let isStopped = false;

  function startMember(): Member<Request, Reply> {
    const member: Member<Request, Reply> = {
      ...{ thread: start(), pending: [], fromMs: 0, timer: undefined },
    };
    const { thread, pending } = member;
    thread.on("message", (reply: Reply) => {
      finish(member)?.resolve(reply);
      dispatch();
      watch(member);
    });
    thread.on("error", (error) => {
      logEvent("preparer-failed", { error });
    });
    thread.on("exit", () => {
      members.delete(member);
      clearTimeout(member.timer);
      // The oldest is the one it ended at.
      if (pending[0] !== undefined) pending[0].ended += 1;
      for (let each = finish(member); each !== null; each = finish(member)) retry(each);
      dispatch();
    });
    members.add(member);
    return member;
  }

  /** @returns the oldest of what it was asked */
  function finish(member: Member<Request, Reply>): Pending<Request, Reply> | null {
    const pending = member.pending.shift() ?? null;
    const nowMs = performance.now();
    if (pending !== null) queue.spend(pending.owner, nowMs - member.fromMs);
    member.fromMs = nowMs;
    return pending;
  }

  /** Bounds the time of what a thread is at, or of its rest. */
  function watch(member: Member<Request, Reply>): void {
    clearTimeout(member.timer);
    const isIdle = member.pending.length === 0;
    const over = () => void (isIdle ? end(member) : member.thread.terminate());
    member.timer = setTimeout(over, isIdle ? idleMs : requestMs);
    if (isIdle) member.timer.unref();
  }

  function retry(pending: Pending<Request, Reply>): void {
    if (pending.ended >= triesMax) pending.reject(new DomainError("invalid-input", givenUp));
    else if (!isStopped) queue.add(pending.owner, pending);
  }

  /** The thread that takes the next request: an idle one, else a new one, else one that has little in hand. */
  function nextMember(): Member<Request, Reply> | undefined {
    const [least] = [...members].sort((one, other) => one.pending.length - other.pending.length);
    if (least?.pending.length === 0) return least;
    if (members.size < threads) return startMember();
    return least !== undefined && least.pending.length < inHandMax ? least : undefined;
  }

  function dispatch(): void {
    while (queue.size() > 0 && !isStopped) {
      const member = nextMember();
      const next = member === undefined ? undefined : queue.take();
      if (member === undefined || next === undefined) return;
      member.pending.push(next.task);
      if (member.pending.length === 1) {
        member.fromMs = performance.now();
        watch(member);
      }
      member.thread.postMessage(next.task.request);
    }
  }

  function end(member: Member<Request, Reply>): Promise<unknown> {
    members.delete(member);
    clearTimeout(member.timer);
    return member.thread.terminate();
  }

  return {
    threads,
    ask: (owner, request) =>
      new Promise((resolve, reject) => {
        queue.add(owner, { owner, request, ended: 0, resolve, reject });
        dispatch();
      }),
    stop: async () => {
      isStopped = true;
      await Promise.all([...members].map(end));
    },
  };
}

const givenUp =
  "Spans among these could not be read: the thread that read them ended, or took too long, three times. What came before them is kept.";
