import type { Settings } from "@/lib/domain/settings/settings";
import type { Database } from "@/lib/store/port";
import { readSettings, writeSettings } from "@/lib/store/decisions/decisions";

/** Overrides some of a workspace's settings before anything is derived in it. */
export async function adoptSettings(db: Database, changes: Partial<Settings>): Promise<void> {
  await writeSettings(db, { ...(await readSettings(db)), ...changes });
}
