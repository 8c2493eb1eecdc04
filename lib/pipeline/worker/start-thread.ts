import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { getHeapStatistics, setFlagsFromString } from "node:v8";
import { Worker } from "node:worker_threads";

/**
 * Limit of a thread's newest objects (V8 young generation). V8's own takes 32 MiB of each thread that was busy once, and
 * is no quicker.
 */
const youngMiB = 16;

/** V8's own limit of a heap at most, its newest objects included. */
const ownMostMiB = 4144;

/**
 * Starts a thread.
 * @param name of its bundle
 * @param heapMiB limit of its heap (V8 old space); absent: V8's own, or that of the process where it is higher
 */
export function startThread(
  name: string,
  { workerData, heapMiB }: { readonly workerData?: unknown; readonly heapMiB?: number } = {},
): Worker {
  forgetProcessLimits();
  return new Worker(threadFile(name), {
    workerData,
    resourceLimits: {
      maxOldGenerationSizeMb: heapMiB ?? generousLimit(),
      maxYoungGenerationSizeMb: youngMiB,
    },
  });
}

/**
 * A limit on the command line or in NODE_OPTIONS holds for the calling thread, which has it from its start; for V8 it would
 * replace those of all threads that are started later.
 */
function forgetProcessLimits(): void {
  for (const name of ["--max-old-space-size", "--max-semi-space-size"])
    setFlagsFromString(`${name}=0`);
}

/** Of the calling thread, if somebody has given it more than V8 does. */
function generousLimit(): number | undefined {
  const ownMiB = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20);
  return ownMiB > ownMostMiB ? ownMiB : undefined;
}

/**
 * The bundle of a thread: next to the bundle that this code runs in; when run from sources, in the checkout at the
 * working directory.
 */
function threadFile(name: string): string {
  const beside = join(dirname(fileURLToPath(import.meta.url)), name);
  return existsSync(beside) ? beside : join(process.cwd(), "dist", name);
}
