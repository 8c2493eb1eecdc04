import type { Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/clock/server";
import {
  planRemoval,
  removeFromWorkspace,
  type Removal,
  type Removed,
} from "@/lib/pipeline/intake/remove-from-workspace";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { recordAudit } from "@/lib/store/access/append-audit";
import { formatCounted } from "@/lib/format/format";
import { commandLineDoer } from "../command-line-doer";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";

type RemoveOptions = {
  readonly workspace: WorkspaceName;
  readonly dryRun?: true;
  readonly yes?: true;
};

/** `throughline remove …`: removes ingested data as if it had never arrived. */
export function addRemove(program: Command): void {
  const remove = program
    .command("remove")
    .description("remove a span, a trace, an ingest or a case for good, as if it had never come");
  const options = (command: Command) =>
    command
      .addOption(workspaceOption)
      .option("--dry-run", "only say what would be removed")
      .option("--yes", "remove it");
  options(remove.command("span <traceId> <spanId>"))
    .description("remove one span")
    .action((traceId: string, spanId: string, given: RemoveOptions) =>
      run({ kind: "span", traceId: traceId.toLowerCase(), spanId: spanId.toLowerCase() }, given),
    );
  options(remove.command("trace <traceId>"))
    .description("remove all spans of a trace")
    .action((traceId: string, given: RemoveOptions) =>
      run({ kind: "trace", traceId: traceId.toLowerCase() }, given),
    );
  options(remove.command("batch <id>"))
    .description("remove the spans and CRM records that one ingest brought (its number on Ingest)")
    .action((id: string, given: RemoveOptions) => run({ kind: "batch", batch: readId(id) }, given));
  options(remove.command("case <caseId>"))
    .description("remove all spans and CRM records of a case, with its notes and labels")
    .action((caseId: string, given: RemoveOptions) => run({ kind: "case", caseId }, given));
}

async function run(removal: Removal, { workspace, dryRun, yes }: RemoveOptions): Promise<void> {
  await requireWorkspace(workspace);
  await withWorkspace(workspace, async (db) => {
    const plan = await planRemoval(db, removal);
    const target = targetOf(removal);
    if (plan.spans + plan.events + plan.records + plan.rejects === 0) {
      throw new DomainError("not-found", `There is nothing stored of ${target}.`);
    }
    if (dryRun === true) {
      console.log(`Would remove ${removedWords(plan)}. Nothing was changed.`);
      return;
    }
    if (yes !== true) {
      throw new DomainError(
        "invalid-input",
        `This removes ${removedWords(plan)} for good; nothing was changed. To go on, add --yes.`,
      );
    }
    const entry = { ...commandLineDoer(), action: "data-removed", workspace, target } as const;
    await recordAudit(await accessDb(), { ...entry, before: plan, after: null }, nowUs());
    const removed = await removeFromWorkspace(db, removal, nowUs(), () => settle(db));
    console.log(
      `Removed ${removedWords(removed)}; ${formatCounted(removed.texts, "text")} emptied.`,
    );
  });
}

function readId(text: string): number {
  const id = Number(text);
  if (Number.isSafeInteger(id) && id > 0) return id;
  throw new DomainError("invalid-input", `"${text}" is not the number of an ingest; see Ingest.`);
}

function targetOf(removal: Removal): string {
  switch (removal.kind) {
    case "span":
      return `span ${removal.traceId} ${removal.spanId}`;
    case "trace":
      return `trace ${removal.traceId}`;
    case "batch":
      return `batch ${String(removal.batch)}`;
    case "case":
      return `case ${removal.caseId}`;
  }
}

function removedWords({ spans, events, records, rejects, cases }: Removed): string {
  const parts = [
    formatCounted(spans, "span"),
    ...(events > 0 ? [formatCounted(events, "log event")] : []),
    ...(records > 0 ? [formatCounted(records, "CRM record")] : []),
    ...(rejects > 0 ? [formatCounted(rejects, "refusal")] : []),
  ];
  return `${parts.join(", ")}, of ${formatCounted(cases, "case")}`;
}
