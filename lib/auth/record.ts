import "server-only";
import type { AuditEntry } from "@/lib/domain/audit";
import type { Permission, Viewer } from "@/lib/domain/permission";
import { nowUs } from "@/lib/pipeline/clock";
import { recordAudit } from "@/lib/store/access/append-audit";
import { accessDb } from "./access-db";
import { requestSource } from "./request-source";

/** What is told of something done; who did it and from where the request says. */
export type Told = Pick<AuditEntry, "action"> &
  Partial<Pick<AuditEntry, "workspace" | "target" | "before" | "after">>;

/**
 * Writes down what somebody is about to do. It is awaited first: what cannot be written down is not done.
 * @throws where it cannot be kept
 */
export async function record(viewer: Pick<Viewer, "actor">, told: Told): Promise<void> {
  const { network } = await requestSource();
  const nothing = { workspace: null, target: null, before: null, after: null };
  await recordAudit(
    await accessDb(),
    { ...nothing, ...told, actor: viewer.actor, network },
    nowUs(),
  );
}

/** Writes down that somebody tried what their role may not. */
export function recordRefusal(
  viewer: Pick<Viewer, "actor">,
  permission: Permission,
): Promise<void> {
  return record(viewer, { action: "refused", target: permission });
}
