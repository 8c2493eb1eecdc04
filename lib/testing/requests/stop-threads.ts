import { once } from "node:events";
import { stopReader } from "@/lib/pipeline/reader/reader-client";

/** Ends the reader and the writer that routes started in a test's process; neither is started again. */
export async function stopThreads(): Promise<void> {
  await stopReader();
  const writer = globalThis.throughlineWorker;
  if (writer?.worker == null) return;
  writer.isStopping = true;
  const gone = once(writer.worker, "exit");
  writer.worker.postMessage({ type: "stop" });
  await gone;
}
