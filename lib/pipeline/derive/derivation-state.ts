import type { Database } from "@/lib/store/port";
import { readSettings } from "@/lib/store/decisions/decisions";
import { readAdoptedIntents } from "@/lib/store/decisions/adopted-intents";
import { readDerivedWith } from "@/lib/store/cases/enqueue-older-versions";
import { readQueueState } from "@/lib/store/queue";
import { derivationVersion } from "./derivation-version";
import { isReread } from "./reread-spans";

/**
 * Whether all derived rows match the workspace's settings, and how many entries are queued.
 * Directly after a change of settings the queue is still empty although rows are outdated.
 */
export async function readDerivationState(
  db: Database,
): Promise<{ readonly isCurrent: boolean; readonly left: number }> {
  const settings = await readSettings(db);
  const intents = await readAdoptedIntents(db);
  const version = derivationVersion(settings, intents?.version ?? null);
  const isQueueComplete = (await isReread(db, settings)) && (await readDerivedWith(db)) === version;
  const { depth } = await readQueueState(db);
  return { isCurrent: isQueueComplete && depth === 0, left: depth };
}
