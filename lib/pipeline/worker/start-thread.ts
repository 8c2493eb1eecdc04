import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";

/**
 * Limit of a thread's newest objects (V8 young generation). V8's own takes 32 MiB of each thread that was busy once, and
 * is no quicker.
 */
const youngMiB = 16;

/**
 * Starts a thread.
 * @param name of its bundle
 * @param heapMiB limit of its heap (V8 old space); absent: V8's own
 */
export function startThread(
  name: string,
  { workerData, heapMiB }: { readonly workerData?: unknown; readonly heapMiB?: number } = {},
): Worker {
  return new Worker(threadFile(name), {
    workerData,
    resourceLimits: { maxOldGenerationSizeMb: heapMiB, maxYoungGenerationSizeMb: youngMiB },
  });
}

/**
 * The bundle of a thread: next to the bundle that this code runs in; when run from sources, in the checkout at the
 * working directory.
 */
function threadFile(name: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : join(process.cwd(), "dist", name);
}
