import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { keepColumnFiles } from "@/lib/analytics/load/column-files";
import { removeBlockFile } from "@/lib/store/block-file";
import { sweepRemoved } from "@/lib/store/erasure/sweep";
import { columnFile } from "@/lib/store/open-database";
import type { Database } from "@/lib/store/port";
import { dataFolder } from "./data-folder";

/** Of the program's sources; the build writes it. */
const stamp = () => join(process.cwd(), ".next", "throughline-stamp");

/**
 * Keeps the columns of this server's cases in the data folder from one start to the next, on whichever engine the cases
 * are. Where the program was not built, as in development, nothing is kept.
 */
export function keepColumnsInDataFolder(): void {
  if (!existsSync(stamp())) return;
  keepColumnFiles({ folder: dataFolder(), program: readFileSync(stamp(), "utf8") });
}

/**
 * Takes the bytes of what was removed out of a workspace's storage, its columns included.
 * @throws DomainError "busy" where another process reads or writes all the time
 */
export async function sweepWorkspace(db: Database): Promise<void> {
  await sweepRemoved(db);
  await removeBlockFile(columnFile(dataFolder(), db.path));
}
