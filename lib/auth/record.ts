import "server-only";
import type { AuditEntry } from "@/lib/domain/people/audit";
import type { Permission, Viewer } from "@/lib/domain/people/permission";
import { nowUs } from "@/lib/clock/server";
import { recordAudit } from "@/lib/store/access/append-audit";
import { addRefusal } from "@/lib/store/access/refusals";
import { accessDb } from "./access-db";
import { requestSource } from "./request-source";

/** An audit entry without actor and network, which the request supplies. */
export type AuditInput = Pick<AuditEntry, "action"> &
  Partial<Pick<AuditEntry, "workspace" | "target" | "before" | "after">>;

/**
 * Records an action before it is done: an action that cannot be recorded is not done.
 * @throws if it cannot be stored
 */
export async function record(viewer: Pick<Viewer, "actor">, input: AuditInput): Promise<void> {
  await recordAudit(await accessDb(), await entryOf(viewer, input), nowUs());
}

/** Records an attempt without permission; frequent ones are counted. */
export async function recordRefusal(
  viewer: Pick<Viewer, "actor">,
  permission: Permission,
): Promise<void> {
  const entry = await entryOf(viewer, { action: "refused", target: permission });
  await addRefusal(await accessDb(), entry, nowUs());
}

async function entryOf({ actor }: Pick<Viewer, "actor">, input: AuditInput): Promise<AuditEntry> {
  const { network } = await requestSource();
  const nothing = { workspace: null, target: null, before: null, after: null };
  return { ...nothing, ...input, actor, network };
}
