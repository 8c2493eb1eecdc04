import { setTimeout as wait } from "node:timers/promises";
import { getEnvironmentData, setEnvironmentData } from "node:worker_threads";

/** Threads started later, and those that they start, have the same memory under this key. */
const key = "throughline-page-requests";
const lookMs = 4;

/** Starts counting requests of pages; call it before any thread is started. */
export function sharePageRequests(): void {
  setEnvironmentData(key, new Int32Array(new SharedArrayBuffer(4)));
}

/** Counts one more request of a page that is being answered, or with -1 one that was. */
export function countPageRequests(by: 1 | -1): void {
  const count = countOf();
  if (count !== null) Atomics.add(count, 0, by);
}

/**
 * Resolves when no page is being answered, but after `maxMs` milliseconds at the latest, so that work goes on however
 * many ask for pages. A process that serves no pages waits for nothing.
 */
export async function yieldToPages(maxMs: number): Promise<void> {
  const count = countOf();
  if (count === null) return;
  const untilMs = performance.now() + maxMs;
  while (Atomics.load(count, 0) > 0 && performance.now() < untilMs) await wait(lookMs);
}

function countOf(): Int32Array | null {
  const shared = getEnvironmentData(key);
  return shared instanceof Int32Array ? shared : null;
}
