import { availableParallelism } from "node:os";
import type { SharedClaims } from "@/lib/store/port";
import type { QueueEntry, QueueStage } from "@/lib/store/queue";

/** Slots that entries are hashed to: one whose slot is taken by another's entry waits like one that is taken itself. */
const slots = 4096;

/** The entries that the threads of one workspace work on, in memory that they share; it ends with their process. */
export type ClaimBoard = {
  /** By slot: the thread that holds it; 0: none. */
  readonly holders: SharedArrayBuffer;
  /** Number of threads that share the work. */
  readonly threads: SharedArrayBuffer;
};

/** What one of several that work on a queue holds of it. */
export type Claims = {
  /** Entries to read for a fair share of `most`. */
  readonly lookAhead: (most: number) => number;
  /**
   * Claims its share of some entries.
   * @param most entries to claim
   * @returns those that nobody else works on, in their order; they are held until `release`
   */
  readonly claim: <Entry extends QueueEntry>(
    stage: QueueStage,
    entries: readonly Entry[],
    most: number,
  ) => readonly Entry[] | Promise<readonly Entry[]>;
  /** Gives up all that is held. */
  readonly release: () => void | Promise<void>;
};

/** The same of a thread among those of its process: it waits for nobody. */
export type ThreadClaims = Omit<Claims, "claim" | "release"> & {
  readonly claim: <Entry extends QueueEntry>(
    stage: QueueStage,
    entries: readonly Entry[],
    most: number,
  ) => readonly Entry[];
  readonly release: () => void;
};

/** The number of threads that derive at once when much waits. */
export const threadsMax = availableParallelism();

export function createClaimBoard(): ClaimBoard {
  const bytes = Int32Array.BYTES_PER_ELEMENT;
  return {
    holders: new SharedArrayBuffer(slots * bytes),
    threads: new SharedArrayBuffer(bytes),
  };
}

/** Sets how many threads share the work. */
export function setThreads({ threads }: ClaimBoard, count: number): void {
  Atomics.store(new Int32Array(threads), 0, count);
}

/** A thread's claims. @param holder its number, from 1 */
export function createClaims(board: ClaimBoard, holder: number): ThreadClaims {
  const holders = new Int32Array(board.holders);
  const threads = new Int32Array(board.threads);
  const countThreads = () => Math.max(1, Atomics.load(threads, 0));
  return {
    lookAhead: (most) => most * countThreads(),
    claim: (stage, entries, most) => {
      const share = Math.min(most, Math.ceil(entries.length / countThreads()));
      const claimed: (typeof entries)[number][] = [];
      for (const entry of entries) {
        if (claimed.length === share) break;
        const before = Atomics.compareExchange(holders, slotOf(stage, entry.key), 0, holder);
        if (before === 0 || before === holder) claimed.push(entry);
      }
      return claimed;
    },
    release: () => {
      for (let slot = 0; slot < slots; slot += 1) {
        Atomics.compareExchange(holders, slot, holder, 0);
      }
    },
  };
}

/** Entries read for each that is claimed, where it is unknown how many work on the queue. */
const workersMost = 8;

/** Claims that the threads of all processes and machines share. */
export function createSharedClaims(shared: SharedClaims): Claims {
  const textOf = (stage: QueueStage, key: string) => `${stage} ${key}`;
  return {
    lookAhead: (most) => most * workersMost,
    claim: async (stage, entries, most) => {
      const texts = entries.map(({ key }) => textOf(stage, key));
      const taken = await shared.take(texts, most);
      return entries.filter(({ key }) => taken.has(textOf(stage, key)));
    },
    release: shared.release,
  };
}

/** A thread that works alone holds everything. */
export const aloneClaims: Claims = {
  lookAhead: (most) => most,
  claim: (_stage, entries) => entries,
  release: () => undefined,
};

/** FNV-1a. */
function slotOf(stage: QueueStage, key: string): number {
  let hash = 2_166_136_261;
  for (const text of [stage, key]) {
    for (let at = 0; at < text.length; at += 1) {
      hash = Math.imul(hash ^ text.charCodeAt(at), 16_777_619);
    }
  }
  return (hash >>> 0) % slots;
}
