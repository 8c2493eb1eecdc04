import { setTimeout as wait } from "node:timers/promises";
import { isBatchWaiting } from "@/lib/store/spans/batch-cases";
import type { Database } from "@/lib/store/port";

const lookMs = 20;
/** Share of the time spent polling: querying a large batch uses CPU that derivation needs. */
const mostOfTime = 1 / 20;

/**
 * Resolves when everything affected by the batches is derived, by any process; quarantined entries
 * are not waited for.
 * @param batches keys from `openBatch`
 */
export async function whenBatchesDerived(db: Database, batches: readonly number[]): Promise<void> {
  for (const batch of batches) {
    for (;;) {
      const startMs = performance.now();
      if (!(await isBatchWaiting(db, batch))) break;
      await wait(Math.max(lookMs, (performance.now() - startMs) / mostOfTime));
    }
  }
}
