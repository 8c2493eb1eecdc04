import type { AuditEntry } from "@/lib/domain/people/audit";
import { isUnderWay, type Upload } from "@/lib/domain/settings/upload";
import { nowUs } from "@/lib/clock/server";
import { recordAudit } from "@/lib/store/access/append-audit";
import { accessDb } from "./access-db";

/** Records the end of an upload in the audit log. */
export async function recordUploadEnd(upload: Upload): Promise<void> {
  const entry = uploadEnd(upload);
  if (entry !== null) await recordAudit(await accessDb(), entry, nowUs());
}

/** @returns null while its state may still change */
export function uploadEnd(upload: Upload): AuditEntry | null {
  if (isUnderWay(upload)) return null;
  const { id, bytes, state } = upload;
  return {
    actor: "server",
    action: "upload-ended",
    workspace: "main",
    target: id,
    network: "loopback",
    before: null,
    after: { bytes, ...resultOf(state) },
  };
}

/** Counts only: a reason may quote the input. */
function resultOf(state: Upload["state"]): object {
  if (state.kind !== "done") return { isRead: false };
  const { accepted, duplicate, rejected, records } = state;
  return { isRead: true, kept: accepted, knownAlready: duplicate, notKept: rejected, records };
}
