import { userInfo } from "node:os";
import { accessDb } from "@/lib/auth/access-db";
import { auditOfChange } from "@/lib/auth/audit-of-change";
import { pseudonymOf } from "@/lib/auth/sign-in/secrets";
import type { Doer } from "@/lib/domain/people/audit";
import type { WorkspaceChange } from "@/lib/domain/settings/workspace-change";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/clock/server";
import { recordAudit } from "@/lib/store/access/append-audit";

/** The actor of a command for the audit log: a pseudonym of the operating system's user. */
export function commandLineDoer(): Doer {
  return { actor: `cli-${pseudonymOf("ACCOUNT", userName())}`, network: "loopback" };
}

/** Audits a command's change of a workspace, then does it; what then fails is audited as not kept. */
export async function doAudited(
  doer: Doer,
  workspace: WorkspaceName,
  change: WorkspaceChange,
  apply: () => Promise<unknown>,
): Promise<void> {
  const access = await accessDb();
  const nothing = { target: null, before: null, after: null };
  const entry = { ...nothing, workspace, ...auditOfChange(change, null), ...doer };
  await recordAudit(access, entry, nowUs());
  try {
    await apply();
  } catch (error) {
    const notKept = { action: "not-kept", before: null, after: { was: entry.action } } as const;
    await recordAudit(access, { ...entry, ...notKept }, nowUs());
    throw error;
  }
}

/** A container may run under a user id without a name. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return String(process.getuid?.());
  }
}
