import "server-only";
import type { AuditEntry } from "@/lib/domain/people/audit";
import type { Permission, Viewer } from "@/lib/domain/people/permission";
import { nowUs } from "@/lib/pipeline/worker/clock";
import { recordAudit } from "@/lib/store/access/append-audit";
import { addRefusal } from "@/lib/store/access/refusals";
import { accessDb } from "./access-db";
import { requestSource } from "./request-source";

/** What is told of something done; who did it and from where the request says. */
export type AuditInput = Pick<AuditEntry, "action"> &
  Partial<Pick<AuditEntry, "workspace" | "target" | "before" | "after">>;

/**
 * Writes down what somebody is about to do. It is awaited first: what cannot be written down is not done.
 * @throws where it cannot be kept
 */
export async function record(viewer: Pick<Viewer, "actor">, input: AuditInput): Promise<void> {
  await recordAudit(await accessDb(), await entryOf(viewer, input), nowUs());
}

/** Writes down that somebody tried what their role may not; of very many such, how many. */
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
