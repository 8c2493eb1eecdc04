import { setTimeout as wait } from "node:timers/promises";
import { isBatchWaiting } from "@/lib/store/spans/batch-cases";
import type { Database } from "@/lib/store/database";

const lookMs = 20;
/** Looking at a large batch takes time of the processor that derives it. */
const mostOfTime = 1 / 20;

/**
 * Resolves when everything that batches touched is derived, by whoever derives; what failed is not waited for.
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
