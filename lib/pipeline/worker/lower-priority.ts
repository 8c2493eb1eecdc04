import { readdirSync } from "node:fs";
import { constants, getPriority, setPriority } from "node:os";

const { PRIORITY_BELOW_NORMAL, PRIORITY_LOW } = constants.priority;

/**
 * Lets the other threads of its process go before the calling one where cores are short: whoever waits for a page or an
 * answer waits for the server's main thread. Call it once a thread. Does nothing but on Linux, where alone a thread has
 * a priority of its own; elsewhere it would be the whole process's.
 */
export function lowerPriority(): void {
  if (process.platform === "linux") lower(0);
}

/**
 * Lets the main thread go before the threads that its process started with: those on which V8 compiles and collects
 * garbage for every thread, also for those that ingest. Call it first of all, on the main thread: threads that are
 * started later keep theirs. Does nothing but on Linux.
 */
export function lowerEngineThreads(): void {
  if (process.platform !== "linux") return;
  for (const thread of readdirSync("/proc/self/task").map(Number)) {
    if (thread !== process.pid) lower(thread);
  }
}

/** @param thread its id; 0: the calling one */
function lower(thread: number): void {
  try {
    setPriority(thread, Math.min(getPriority(thread) + PRIORITY_BELOW_NORMAL, PRIORITY_LOW));
  } catch {
    // A sandbox may forbid it, or the thread be gone; the work is done all the same.
  }
}
