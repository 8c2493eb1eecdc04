import type { AuditEntry } from "@/lib/domain/people/audit";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { eraseIdsFromAudit } from "@/lib/store/access/erase-ids";
import { rewriteFile } from "@/lib/store/erasure/sweep";
import { accessDb } from "./access-db";

/**
 * Takes an erased customer's ids out of the audit and its file. Repeatable.
 * @param doer who erased it, and the reference under which the audit keeps that it was
 */
export async function eraseFromAudit(
  doer: Pick<AuditEntry, "actor" | "network" | "target"> & { readonly workspace: WorkspaceName },
  ids: readonly string[],
): Promise<void> {
  const db = await accessDb();
  const entry = { ...doer, action: "ids-erased", before: null } as const;
  const rows = await eraseIdsFromAudit(db, doer.workspace, new Set(ids), entry, nowUs());
  if (rows > 0) await rewriteFile(db.path);
}
