import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import type {} from "./worker-client";
import type { StopRequest } from "./worker-protocol";

declare global {
  // The server and the app in it are bundled apart.
  var throughlineBeforeStop: (() => Promise<void>) | undefined;
}

/**
 * Lets the app keep what its next start would have to read anew.
 * @param graceMs how long it may take, milliseconds; what is not kept by then is not kept
 */
export async function keepForNextStart(graceMs: number): Promise<void> {
  const kept = globalThis.throughlineBeforeStop?.();
  await Promise.race([kept, wait(graceMs, undefined, { ref: false })]);
}

/**
 * Stops the server's writer thread: it finishes the bodies and changes it has, and terminates the threads that derive,
 * whose work stays queued. It is not started again.
 * @param graceMs how long it may take, milliseconds
 * @returns whether it ended by itself
 */
export async function stopWorker(graceMs: number): Promise<boolean> {
  const client = globalThis.throughlineWorker;
  if (client === undefined) return true;
  client.isStopping = true;
  const { worker } = client;
  if (worker === null) return true;
  const signal = AbortSignal.timeout(graceMs);
  const gone = once(worker, "exit", { signal });
  worker.postMessage({ type: "stop" } satisfies StopRequest);
  return gone.then(
    () => true,
    () => false,
  );
}
