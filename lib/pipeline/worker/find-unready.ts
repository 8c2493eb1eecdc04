import { isDatabaseThere } from "@/lib/store/location";
import { workspaceNames, type WorkspaceName } from "@/lib/domain/workspace";
import { knownDamage } from "@/lib/store/storage-faults";
import { workspacePath } from "./data-folder";
import { describeError } from "@/lib/log/describe-error";
import { findWriterFault } from "./worker-client";
import { withReader } from "./with-reader";

/** A writer that stores a large body answers after it. */
const pingMs = 5000;

/**
 * Why the server cannot serve what is sent: its writer cannot store anything or does not answer, or the workspace
 * `main`, which it stores into, cannot be read or has an older schema.
 * @returns one sentence without personal data; null: it can
 */
export async function findUnready(): Promise<string | null> {
  // It answers once it has opened that workspace: until then a new one has no schema yet.
  const fault = await findWriterFault(pingMs);
  return fault ?? findUnreadable("main");
}

/** Whether each workspace that was ever made can be read. */
export async function findReadable(): Promise<ReadonlyMap<WorkspaceName, boolean>> {
  const made = workspaceNames.filter((name) => isDatabaseThere(workspacePath(name)));
  const faults = await Promise.all(made.map(findUnreadable));
  return new Map(made.map((name, at) => [name, faults[at] === null]));
}

/**
 * Why a workspace's pages cannot be read: it is damaged, away, or has an older schema. What keeps the writer from
 * storing, such as a full disk, does not count, nor does another workspace.
 * @returns one sentence without personal data; null: they can, also where nothing was ever ingested
 */
export async function findUnreadable(name: WorkspaceName): Promise<string | null> {
  try {
    const path = workspacePath(name);
    if (!isDatabaseThere(path)) return null;
    const damage = knownDamage(path);
    if (damage !== null) return damage;
    if (await withReader(path, (db) => db.hasNewestSchema())) return null;
  } catch (error) {
    return `The workspace "${name}" cannot be read: ${describeError(error)}`;
  }
  return `The workspace "${name}" has an older schema; run: throughline migrate`;
}
