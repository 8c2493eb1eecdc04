import "server-only";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import { workspaceNames } from "@/lib/domain/workspace";
import { accessPath, workspacePath } from "@/lib/pipeline/worker/data-folder";
import { isOnPostgres } from "@/lib/store/location";
import { accessDb } from "./access-db";

/**
 * Another text after each write of any process to anything that is stored: accounts, sessions, workspaces.
 * @returns null where an engine cannot say
 */
export async function readDataVersion(): Promise<string | null> {
  if (isOnPostgres(accessPath())) return null;
  const workspaces = workspaceNames.map((name) => workspaceReader(workspacePath(name)));
  const versions: string[] = [];
  for (const db of [await accessDb(), ...workspaces]) {
    if (db === null) versions.push("absent");
    else if (db.readVersion === null) return null;
    else versions.push(await db.readVersion());
  }
  return versions.join();
}
