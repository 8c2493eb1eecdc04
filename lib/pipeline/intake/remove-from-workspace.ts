import type { Database } from "@/lib/store/port";
import { readRemoval, removeData, type Removal, type Removed } from "@/lib/store/spans/remove-data";
import { blankRetired } from "@/lib/store/spans/retired-rows";

export type { Removal, Removed };

/** Reports what a removal would delete, without changing anything. */
export function planRemoval(db: Database, removal: Removal): Promise<Removed> {
  return readRemoval(db, removal);
}

/**
 * Deletes ingested data, derives the affected cases again, and clears texts that nothing else
 * refers to. If interrupted, the next removal clears them.
 * @param nowUs microseconds since 1970
 * @param settle drains the queue
 */
export async function removeFromWorkspace(
  db: Database,
  removal: Removal,
  nowUs: number,
  settle: () => Promise<void>,
): Promise<Removed & { readonly texts: number }> {
  const removed = await removeData(db, removal, nowUs);
  await settle();
  return { ...removed, texts: await blankRetired(db) };
}
