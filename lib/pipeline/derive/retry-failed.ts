import type { Database } from "@/lib/store/port";
import { retryFailures } from "@/lib/store/queue";

/**
 * Re-enqueues all quarantined entries.
 * @returns how many
 */
export function retryFailed(db: Database): Promise<number> {
  return db.write(retryFailures);
}
