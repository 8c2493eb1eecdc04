import { setTimeout as wait } from "node:timers/promises";
import { DomainError } from "@/lib/domain/domain-error";

/** What a writer is told while another process keeps the write lock. */
export function busyError(): DomainError {
  return new DomainError(
    "busy",
    "Another process is writing to this workspace; nothing was changed, try again in a moment.",
  );
}

/** Repeats what is refused as busy. @param patienceMs for how long */
export async function patiently<T>(work: () => Promise<T>, patienceMs: number): Promise<T> {
  const startMs = performance.now();
  for (;;) {
    try {
      return await work();
    } catch (error) {
      const isOver = performance.now() - startMs >= patienceMs;
      if (isOver || !(error instanceof DomainError) || error.code !== "busy") throw error;
      await wait(200);
    }
  }
}
