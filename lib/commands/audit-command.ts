import { accessDb } from "@/lib/auth/access-db";
import type { AuditAction } from "@/lib/domain/people/audit";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/clock/server";
import { recordAudit } from "@/lib/store/access/append-audit";
import { commandLineDoer } from "./command-line-doer";

/** Records in the audit what a command made. @param done its action, target and values; never typed text */
export async function auditCommand(
  workspace: WorkspaceName,
  done: { readonly action: AuditAction; readonly target: string; readonly after: object },
): Promise<void> {
  const entry = { ...commandLineDoer(), workspace, before: null, ...done };
  await recordAudit(await accessDb(), entry, nowUs());
}
