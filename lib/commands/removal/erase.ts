import type { Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import { defaultSettings } from "@/lib/domain/settings/settings";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCounted } from "@/lib/format/format";
import {
  customerReference,
  eraseEverywhere,
  planErasure,
  readErasedUs,
  storedCustomerId,
  type Erasure,
} from "@/lib/pipeline/intake/erase-customer";
import { createPreparation } from "@/lib/pipeline/intake/preparation";
import { nowUs } from "@/lib/clock/server";
import { sweepWorkspace } from "@/lib/pipeline/worker/column-files";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/worker/workspace";
import { recordAudit } from "@/lib/store/access/append-audit";
import { commandLineDoer } from "../command-line-doer";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";

type EraseOptions = { readonly workspace: WorkspaceName; readonly yes?: true };

/** `throughline erase customer`: takes a customer out of every table, index and file, and keeps it out. */
export function addErase(program: Command): void {
  program
    .command("erase")
    .description("erase a customer for good; what arrives of it later is not stored")
    .command("customer <id>")
    .description("erase a customer's traces, cases, and what people noted and decided about them")
    .addOption(workspaceOption)
    .option("--yes", "erase it; without it nothing is changed and the size is said")
    .action(async (id: string, { workspace, yes }: EraseOptions) => {
      await requireWorkspace(workspace);
      return withWorkspace(workspace, (db) => run(db, id, workspace, yes === true));
    });
}

async function run(
  db: Workspace,
  typedId: string,
  workspace: WorkspaceName,
  isMeant: boolean,
): Promise<void> {
  const preparation = createPreparation(defaultSettings);
  const { hashTombstone } = preparation;
  const customerId = storedCustomerId(typedId, preparation);
  const request = { customerId, hashTombstone, nowUs: nowUs() };
  const target = customerReference(customerId, hashTombstone);
  const everywhere = { ...request, workspace, reference: target };
  await settle(db);
  const plan = await planErasure(db, request);
  if (plan.spans + plan.records === 0) {
    const erasedUs = await readErasedUs(db, request);
    // It may have been ended before it had taken everything out of the files.
    if (erasedUs !== null && isMeant) {
      await eraseEverywhere(db, everywhere);
      await sweepWorkspace(db);
    }
    const before =
      erasedUs === null
        ? ""
        : ` It was erased on ${new Date(erasedUs / 1000).toISOString().slice(0, 10)}.`;
    throw new DomainError("not-found", `Nothing is stored of this customer.${before}`);
  }
  if (!isMeant) {
    throw new DomainError(
      "invalid-input",
      `This erases ${erasureWords(plan)} for good; nothing was changed. To go on, add --yes.`,
    );
  }
  const { ids: _ids, ...before } = plan;
  const entry = {
    ...commandLineDoer(),
    action: "customer-erased",
    workspace,
    target,
    before,
    after: null,
  } as const;
  await recordAudit(await accessDb(), entry, nowUs());
  const erased = await eraseEverywhere(db, everywhere);
  await settle(db);
  await sweepWorkspace(db);
  console.log(`Erased ${erasureWords(erased)}. What arrives of this customer is not stored.`);
}

function erasureWords({ contacts, cases, sharedCases, spans, records }: Erasure): string {
  const parts = [
    `${formatCounted(contacts, "contact")} in ${formatCounted(cases, "case")}`,
    formatCounted(spans, "span"),
    ...(records > 0 ? [formatCounted(records, "CRM record")] : []),
  ];
  const shared =
    sharedCases > 0
      ? ` (in ${formatCounted(sharedCases, "case")} other customers take part: theirs stays)`
      : "";
  return `${parts.join(", ")}${shared}`;
}
