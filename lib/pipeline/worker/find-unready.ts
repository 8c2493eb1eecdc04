import { existsSync } from "node:fs";
import { workspaceNames } from "@/lib/domain/workspace";
import { hasNewestSchema } from "@/lib/store/database";
import { workspacePath } from "./data-folder";
import { pingWorker } from "./worker-client";
import { withReader } from "./with-reader";

/** A writer that stores a large body answers after it. */
const pingMs = 5000;

/**
 * Why the server cannot serve now: its writer does not answer, or a workspace cannot be read or has an older schema.
 * @returns one sentence without personal data; null: it can
 */
export async function findUnready(): Promise<string | null> {
  if (!(await pingWorker(pingMs))) {
    return "The writer does not answer: it is starting, or storing a large body.";
  }
  for (const name of workspaceNames) {
    const path = workspacePath(name);
    if (!existsSync(path)) continue;
    const isNewest = await withReader(path, hasNewestSchema).catch(() => null);
    if (isNewest === null) return `The workspace "${name}" cannot be read.`;
    if (!isNewest) return `The workspace "${name}" has an older schema; run: throughline migrate`;
  }
  return null;
}
