import { constants, getPriority, setPriority } from "node:os";

/**
 * Lets every other thread of the machine go before the calling one where cores are short: whoever waits for a page or
 * an answer waits for the server's main thread. Does nothing but on Linux, where alone a thread has a priority of its
 * own; elsewhere it would be the whole process's.
 */
export function lowerPriority(): void {
  if (process.platform !== "linux") return;
  // A process that was started with a lower one keeps it: to raise it is not permitted.
  const priority = Math.max(getPriority(), constants.priority.PRIORITY_BELOW_NORMAL);
  try {
    setPriority(priority);
  } catch {
    // A sandbox may forbid it; the work is done all the same.
  }
}
