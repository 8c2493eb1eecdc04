import type { Settings } from "@/lib/domain/settings/settings";
import { inOneWrite } from "@/lib/store/in-one-write";
import type { Database } from "@/lib/store/port";
import { readSettings, writeSettings } from "@/lib/store/decisions/decisions";

/** Overrides some of a workspace's settings before anything is derived in it. */
export async function adoptSettings(db: Database, changes: Partial<Settings>): Promise<void> {
  await inOneWrite(db, async (inside) =>
    writeSettings(inside, { ...(await readSettings(inside)), ...changes }),
  );
}
