import type { Database } from "@/lib/store/port";
import {
  hasWaited,
  hasWork,
  noteAttempt,
  type QueueLane,
  type QueueOrder,
} from "@/lib/store/queue";
import { knownDamage } from "@/lib/store/storage-faults";
import { nowUs } from "@/lib/clock/server";
import { dataFolder } from "../worker/data-folder";
import { createClaimBoard, setThreads, threadsMax } from "./claims";
import { saveMemory } from "./save-memory";
import { startLane, type Lane, type LaneEvents, type LaneLimits } from "./start-lane";

/**
 * Nearly every case takes milliseconds; one that takes seconds is moved to the slow lane so that it
 * does not block others. One of 200,000 messages takes a minute of the processor.
 */
const usualLimits: Readonly<Record<QueueLane, LaneLimits>> = {
  quick: { deadlineMs: 5000, heapMiB: 1024 },
  slow: { deadlineMs: 180_000, heapMiB: 1536 },
};
const lookMs = 1000;
/** Entries that further threads are started for: a thread's start costs as much as deriving some twenty cases. */
const manyEntries = 64;
/** Looks without work after which a further thread ends. */
const idleMax = 20;
/** So long a failure that passes by itself may go on, as of a full disk, before those who wait are told. */
const usualStuckMs = 60_000;
/** Derived entries can enqueue further traces, and those again others. */
const roundsToWait = 3;

/**
 * @property since rounds that began earlier may not have seen what is waited for
 * @property sinceUs entries enqueued later are not waited for in this round
 */
type Waiter = {
  roundsLeft: number;
  sinceUs: number;
  readonly since: bigint;
  readonly resolve: () => void;
};

export type Derivation = {
  /** Resolves when the queue is empty except for entries that arrived since. */
  readonly whenIdle: () => Promise<void>;
  /** Terminates the threads; what was not stored stays queued. */
  readonly stop: () => Promise<void>;
};

export type DerivationOptions = {
  /** The workspace; each thread opens its own connection. */
  readonly db: Database;
  /** The data folder, with the workspace's key; default: that of this process. */
  readonly folder?: string;
  /** Called after each transaction with the number of settled entries and the cases among them. */
  readonly onSettled?: (entries: number, cases: readonly string[]) => void;
  /** Called with a failure that will be retried; holds no personal data. */
  readonly onProblem: (message: string) => void;
  /** Called when something is settled, or nothing waits, after a failure, with the milliseconds since the first. */
  readonly onResumed?: (ms: number) => void;
  /** Called with what fails, at each failure once nothing was settled for `stuckMs`. */
  readonly onStuck?: (message: string) => void;
  /** Default: a minute. */
  readonly stuckMs?: number;
  /** Called with why the workspace's file is damaged: nothing more is derived. */
  readonly onDamage?: (sentence: string) => void;
  /** "newest" works towards another process that starts with the oldest. */
  readonly order?: QueueOrder;
  readonly limits?: Readonly<Record<QueueLane, LaneLimits>>;
  /** Threads that share the quick lane while much waits; default: one a core. */
  readonly threads?: number;
};

/**
 * Keeps a workspace derived, on threads of its own. An entry that exceeds its limits several times is quarantined.
 */
export function startDerivation({
  db,
  folder = dataFolder(),
  onSettled = () => undefined,
  onProblem,
  onResumed = () => undefined,
  onStuck = () => undefined,
  stuckMs = usualStuckMs,
  onDamage = () => undefined,
  order = "oldest",
  limits = usualLimits,
  threads = threadsMax,
}: DerivationOptions): Derivation {
  const waiting = new Set<Waiter>();
  const boards = { quick: createClaimBoard(), slow: createClaimBoard() };
  const further = new Map<number, Lane>();
  let slow: Lane | null = null;
  let failingSinceMs: number | null = null;

  function noteProblem(message: string): void {
    onProblem(message);
    failingSinceMs ??= performance.now();
    if (performance.now() - failingSinceMs >= stuckMs) onStuck(message);
  }

  function noteSuccess(): void {
    if (failingSinceMs !== null) onResumed(Math.round(performance.now() - failingSinceMs));
    failingSinceMs = null;
  }

  function start(
    lane: QueueLane,
    holder: number,
    events: Pick<LaneEvents, "onIdle" | "onSettled">,
  ) {
    const task = { path: db.path, folder, lane, order, board: boards[lane], holder };
    return startLane(task, limits[lane], {
      onEnded: ({ stage, key }, why) => noteAttempt(db, stage, key, why),
      // An empty queue could be read.
      onIdle: (isEmpty, begun) => {
        if (isEmpty) noteSuccess();
        events.onIdle(isEmpty, begun);
      },
      onSettled: (entries, cases) => {
        noteSuccess();
        events.onSettled(entries, cases);
      },
      onProblem: (message) => {
        noteProblem(message);
        const damage = knownDamage(db.path);
        if (damage !== null) onDamage(damage);
      },
    });
  }

  /** The slow lane has a thread only while it has entries, and the quick lane several only while it has many. */
  async function look(): Promise<void> {
    if (further.size + 1 < threads && (await hasWork(db, "quick", manyEntries))) {
      for (let holder = 2; holder <= threads; holder += 1) {
        if (!further.has(holder)) further.set(holder, startFurther(holder));
      }
      setThreads(boards.quick, further.size + 1);
    }
    if (slow !== null || !(await hasWork(db, "slow"))) return;
    slow ??= startSlow();
  }

  /** Its cases may be of any size. Ends once it found nothing to do. */
  function startSlow(): Lane {
    const release = saveMemory();
    const thread = start("slow", 1, {
      onSettled,
      onIdle: (isEmpty) => {
        if (!isEmpty || slow !== lane) return;
        slow = null;
        void lane.stop();
      },
    });
    const lane = { stop: () => thread.stop().then(release) };
    return lane;
  }

  /** Ends once it found nothing to do for a while. */
  function startFurther(holder: number): Lane {
    let idle = 0;
    return start("quick", holder, {
      onSettled: (entries, cases) => {
        idle = 0;
        onSettled(entries, cases);
      },
      onIdle: () => {
        idle += 1;
        if (idle < idleMax) return;
        void further.get(holder)?.stop();
        further.delete(holder);
        setThreads(boards.quick, further.size + 1);
      },
    });
  }

  async function resolveIfIdle(isEmpty: boolean, begun: bigint): Promise<void> {
    const served = [...waiting].filter(({ since }) => since <= begun);
    // Until its thread has ended, what it settled may not have been reported yet.
    if (served.length === 0 || slow !== null || (await hasWork(db, "slow"))) return;
    for (const waiter of served) {
      if (!isEmpty && (await hasWaited(db, waiter.sinceUs))) continue;
      waiter.sinceUs = nowUs();
      waiter.roundsLeft -= 1;
      if (!isEmpty && waiter.roundsLeft > 0) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  }

  const failed = () => noteProblem("The queue could not be read; it will be tried again.");
  const quick = start("quick", 1, {
    onSettled,
    onIdle: (isEmpty, begun) => void resolveIfIdle(isEmpty, begun).catch(failed),
  });
  const lookAgain = () => void look().catch(failed);
  lookAgain();
  const timer = setInterval(lookAgain, lookMs);
  return {
    whenIdle: () =>
      new Promise((resolve) => {
        const since = process.hrtime.bigint();
        waiting.add({ roundsLeft: roundsToWait, sinceUs: nowUs(), since, resolve });
      }),
    stop: async () => {
      clearInterval(timer);
      await Promise.all(
        [quick, ...(slow === null ? [] : [slow]), ...further.values()].map((lane) => lane.stop()),
      );
    },
  };
}
