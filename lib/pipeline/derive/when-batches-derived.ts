import { setTimeout as wait } from "node:timers/promises";
import { isBatchWaiting } from "@/lib/store/spans/batch-cases";
import type { Database } from "@/lib/store/database";

const lookMs = 100;

/**
 * Resolves when everything that batches touched is derived, by whoever derives; what failed is not waited for.
 * @param batches keys from `openBatch`
 */
export async function whenBatchesDerived(db: Database, batches: readonly number[]): Promise<void> {
  for (const batch of batches) while (await isBatchWaiting(db, batch)) await wait(lookMs);
}
