import type { Retention } from "@/lib/domain/settings/retention";
import type { Database } from "@/lib/store/port";
import { readOldestSealed, removeSealedBefore } from "@/lib/store/spans/sealed-originals";

const dayUs = 86_400_000_000;

/**
 * Removes originals that were kept as long as the settings say, all where they say none are kept. Their bytes stay in
 * the file until the next sweep, which is noted.
 * @param nowUs microseconds since 1970
 * @returns of how many spans
 */
export async function removeExpiredOriginals(
  db: Database,
  { originalDays }: Retention,
  nowUs: number,
): Promise<number> {
  const cutoffUs = originalDays === null ? Number.MAX_SAFE_INTEGER : nowUs - originalDays * dayUs;
  const oldestUs = await readOldestSealed(db);
  return oldestUs === null || oldestUs >= cutoffUs ? 0 : removeSealedBefore(db, cutoffUs);
}
