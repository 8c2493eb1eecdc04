import type { Database } from "@/lib/store/database";
import {
  hasWaited,
  hasWork,
  noteAttempt,
  type QueueLane,
  type QueueOrder,
} from "@/lib/store/queue";
import { nowUs } from "../worker/clock";
import { startLane, type Lane, type LaneLimits } from "./start-lane";

/**
 * Nearly every case takes milliseconds: what takes seconds goes on in the slow lane, where it holds
 * nobody up.
 */
const usualLimits: Readonly<Record<QueueLane, LaneLimits>> = {
  quick: { deadlineMs: 5000, heapMiB: 1024 },
  slow: { deadlineMs: 60_000, heapMiB: 1536 },
};
const lookMs = 1000;
/** What came in before somebody waits may mark other traces, and those others again, as new. */
const roundsToWait = 3;

/** @property sinceUs what was marked later is not waited for in this round */
type Waiter = { roundsLeft: number; sinceUs: number; readonly resolve: () => void };

export type Derivation = {
  /** Resolves when nothing waits that could be worked off, but for what came in since and goes on coming. */
  readonly whenIdle: () => Promise<void>;
  /** Ends it whatever it does; what was not stored still waits. */
  readonly stop: () => Promise<void>;
};

export type DerivationOptions = {
  /** The workspace; the threads open connections of their own. */
  readonly db: Database;
  /** Called after each transaction with how many entries were settled, and the cases among them. */
  readonly onSettled?: (entries: number, cases: readonly string[]) => void;
  /** Called with what went wrong and will be tried again, without personal data. */
  readonly onProblem: (message: string) => void;
  /** Beside another that begins with the oldest, one that begins with the newest meets it in the middle. */
  readonly order?: QueueOrder;
  readonly limits?: Readonly<Record<QueueLane, LaneLimits>>;
};

/**
 * Keeps a workspace derived on threads of its own, which never hold up whoever asked for it, another
 * workspace or each other. What cannot be worked off within its limits rests after some attempts.
 */
export function startDerivation({
  db,
  onSettled = () => undefined,
  onProblem,
  order = "oldest",
  limits = usualLimits,
}: DerivationOptions): Derivation {
  const waiting = new Set<Waiter>();
  let slow: Lane | null = null;

  function start(lane: QueueLane, onIdle: (isEmpty: boolean) => void): Lane {
    return startLane({ path: db.path, lane, order }, limits[lane], {
      onEnded: ({ stage, key }, why) => noteAttempt(db, stage, key, why),
      onSettled,
      onIdle,
      onProblem,
    });
  }

  /** The slow lane has a thread only while something waits in it. */
  async function look(): Promise<void> {
    if (slow !== null || !(await hasWork(db, "slow"))) return;
    slow ??= start("slow", (isEmpty) => {
      if (!isEmpty) return;
      void slow?.stop();
      slow = null;
    });
  }

  async function resolveIfIdle(isEmpty: boolean): Promise<void> {
    if (waiting.size === 0 || (await hasWork(db, "slow"))) return;
    for (const waiter of waiting) {
      if (!isEmpty && (await hasWaited(db, waiter.sinceUs))) continue;
      waiter.sinceUs = nowUs();
      waiter.roundsLeft -= 1;
      if (!isEmpty && waiter.roundsLeft > 0) continue;
      waiting.delete(waiter);
      waiter.resolve();
    }
  }

  const failed = () => onProblem("The queue could not be read; it will be tried again.");
  const quick = start("quick", (isEmpty) => void resolveIfIdle(isEmpty).catch(failed));
  const timer = setInterval(() => void look().catch(failed), lookMs);
  return {
    whenIdle: () =>
      new Promise((resolve) =>
        waiting.add({ roundsLeft: roundsToWait, sinceUs: nowUs(), resolve }),
      ),
    stop: async () => {
      clearInterval(timer);
      await Promise.all([quick.stop(), slow?.stop()]);
    },
  };
}
