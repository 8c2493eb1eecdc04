import type { Database } from "@/lib/store/database";
import { readRemoval, removeData, type Removal, type Removed } from "@/lib/store/spans/remove-data";
import { blankRetired } from "@/lib/store/spans/retired-rows";

export type { Removal, Removed };

/** Says what a removal would take away, and changes nothing. */
export function planRemoval(db: Database, removal: Removal): Promise<Removed> {
  return readRemoval(db, removal);
}

/**
 * Removes what came in, derives what that touches, and empties the texts that nobody else holds. Where it
 * is ended in between, the next removal empties them.
 * @param nowUs microseconds since 1970
 * @param settle derives what waits
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
