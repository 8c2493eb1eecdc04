import type { WorkspaceName } from "@/lib/domain/workspace";
import type { RunImported } from "@/lib/pipeline/gate/import-run";
import { auditCommand } from "../audit-command";

/** Records in the audit what was stored of a run. @param cohort its hash; null: not stated */
export async function auditImport(
  workspace: WorkspaceName,
  { run, release }: { readonly run: string; readonly release: string },
  cohort: string | null,
  { accepted, replays, refused }: RunImported,
): Promise<void> {
  const counts = { spans: accepted, replays, refused: refused.length };
  const after = { kind: "run-imported", release, cohort, ...counts };
  await auditCommand(workspace, { action: "run-changed", target: run, after });
}
