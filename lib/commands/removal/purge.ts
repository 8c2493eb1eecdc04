import type { Command } from "commander";
import { retentionCutoffUs } from "@/lib/domain/settings/retention";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCounted } from "@/lib/format/format";
import { sweepWorkspace } from "@/lib/pipeline/worker/column-files";
import { planPurge, purgeWorkspace, type Purged } from "@/lib/pipeline/intake/purge-workspace";
import { readCurrentSettings } from "@/lib/pipeline/settings/settings-page";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { commandLineDoer } from "../command-line-doer";
import { readInstant } from "../read-instant";
import { createSteps } from "../progress";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";

type PurgeOptions = {
  readonly workspace: WorkspaceName;
  readonly asOf?: string;
  readonly dryRun?: true;
};

/** `throughline purge`: removes what is older than the retention that Settings say. */
export function addPurge(program: Command): void {
  program
    .command("purge")
    .description("remove what is older than the retention in Settings; the server does it daily")
    .addOption(workspaceOption)
    .option("--as-of <instant>", "count back from this instant, RFC 3339; otherwise from now")
    .option("--dry-run", "only say what would be removed")
    .action((options: PurgeOptions) => run(options));
}

async function run({ workspace, asOf, dryRun }: PurgeOptions): Promise<void> {
  await requireWorkspace(workspace);
  const atUs = asOf === undefined ? nowUs() : readInstant(asOf);
  const { retention } = await readCurrentSettings(workspace);
  const { contactDays } = retention;
  await withWorkspace(workspace, async (db) => {
    if (dryRun === true) {
      const plan =
        contactDays === null ? null : await planPurge(db, retentionCutoffUs(atUs, contactDays));
      console.log(`Would remove ${contactWords(plan)}. Nothing was changed.`);
      return;
    }
    const steps = createSteps();
    const onRemoved = (done: number, total: number) =>
      steps.update({ label: "removing", done, total, noun: "span" });
    const request = { workspace, retention, nowUs: atUs, doer: commandLineDoer(), onRemoved };
    const { contacts, auditRows } = await purgeWorkspace(db, request).finally(steps.done);
    await settle(db);
    await sweepWorkspace(db);
    const audit = auditRows === null ? "" : `; ${formatCounted(auditRows, "row")} of the audit`;
    console.log(`Removed ${contactWords(contacts)}${audit}.`);
  });
}

function contactWords(purged: Purged | null): string {
  if (purged === null) return "no contacts: Settings keep them for good";
  const { contacts, spans, records } = purged;
  return [
    formatCounted(contacts, "contact"),
    formatCounted(spans, "span"),
    ...(records > 0 ? [formatCounted(records, "CRM record")] : []),
  ].join(", ");
}
