import type { Database } from "@/lib/store/database";
import { retryFailures } from "@/lib/store/queue";

/** Gives everything that could not be derived, or took too long, another chance. @returns how many entries */
export function retryFailed(db: Database): Promise<number> {
  return db.write(retryFailures);
}
