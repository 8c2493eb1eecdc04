import { isDatabaseThere } from "@/lib/store/location";
import { workspaceNames } from "@/lib/domain/workspace";
import { knownDamage } from "@/lib/store/storage-faults";
import { workspacePath } from "./data-folder";
import { describeError } from "@/lib/log/describe-error";
import { findWriterFault } from "./worker-client";
import { withReader } from "./with-reader";

/** A writer that stores a large body answers after it. */
const pingMs = 5000;

/**
 * Why the server cannot serve now: its writer cannot store anything or does not answer, or a workspace cannot be read
 * or has an older schema.
 * @returns one sentence without personal data; null: it can
 */
export async function findUnready(): Promise<string | null> {
  // It answers once it has opened every workspace: until then a new one has no schema yet.
  const fault = await findWriterFault(pingMs);
  return fault ?? findUnreadable();
}

/**
 * Why pages cannot be read: a workspace is damaged, away, or has an older schema. What keeps the writer from storing, such
 * as a full disk, does not count.
 * @returns one sentence without personal data; null: they can
 */
export async function findUnreadable(): Promise<string | null> {
  for (const name of workspaceNames) {
    const path = workspacePath(name);
    if (!isDatabaseThere(path)) continue;
    const damage = knownDamage(path);
    if (damage !== null) return damage;
    const isNewest = await withReader(path, (db) => db.hasNewestSchema()).catch(describeError);
    if (typeof isNewest === "string") return `The workspace "${name}" cannot be read: ${isNewest}`;
    if (!isNewest) return `The workspace "${name}" has an older schema; run: throughline migrate`;
  }
  return null;
}
