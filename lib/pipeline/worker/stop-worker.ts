import { once } from "node:events";
import type {} from "./worker-client";
import type { StopRequest } from "./worker-protocol";

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
