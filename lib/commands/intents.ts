import type { Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import type { AdoptedIntents } from "@/lib/domain/case/intent-model";
import type { WorkspaceName } from "@/lib/domain/workspace";
import {
  adoptIntents,
  learnWorkspaceIntents,
  readIntentState,
  type IntentState,
} from "@/lib/pipeline/changes/adopt-intents";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/worker/workspace";
import { formatCount, formatCounted } from "@/lib/format/format";
import { recordAudit } from "@/lib/store/access/append-audit";
import { commandLineDoer } from "./command-line-doer";
import { workspaceOption } from "./workspace-option";
import { settle } from "./settle";

type IntentsOptions = {
  readonly workspace: WorkspaceName;
  readonly dryRun?: true;
  readonly json?: true;
};

/** `throughline intents …`: infers the intent of cases that declare none from those that do. */
export function addIntents(program: Command): void {
  const intents = program
    .command("intents")
    .description("infer intents that no trace declares, from the workspace's cases that do");
  intents
    .command("learn")
    .description("learn by which words each declared intent is asked for, and infer by it")
    .addOption(workspaceOption)
    .option("--dry-run", "only say how well it would do")
    .option("--json", "print one JSON object")
    .action(({ workspace, dryRun, json }: IntentsOptions) =>
      inSettled(workspace, async (db) => {
        const learned = await learnWorkspaceIntents(db, nowUs());
        if (learned === null) {
          throw new DomainError(
            "invalid-input",
            "Too few cases declare an intent: it takes two intents of five cases each, in English.",
          );
        }
        if (dryRun !== true) await putInForce(workspace, db, learned);
        print({ ...(await readIntentState(db)), adopted: learned }, dryRun === true, json);
      }),
    );
  intents
    .command("show")
    .description("say what intents are inferred by, and how well that does")
    .addOption(workspaceOption)
    .option("--json", "print one JSON object")
    .action(({ workspace, json }: IntentsOptions) =>
      inSettled(workspace, async (db) => {
        print(await readIntentState(db), false, json);
      }),
    );
  intents
    .command("forget")
    .description("infer no intents any more")
    .addOption(workspaceOption)
    .action(({ workspace }: IntentsOptions) =>
      inSettled(workspace, async (db) => {
        await putInForce(workspace, db, null);
        print(await readIntentState(db), false);
      }),
    );
}

async function inSettled(
  workspace: WorkspaceName,
  work: (db: Workspace) => Promise<void>,
): Promise<void> {
  await requireWorkspace(workspace);
  await withWorkspace(workspace, async (db) => {
    await settle(db);
    await work(db);
  });
}

/** Audits the change before it is made, and derives the affected cases. */
async function putInForce(
  workspace: WorkspaceName,
  db: Workspace,
  after: AdoptedIntents | null,
): Promise<void> {
  const { adopted: before } = await readIntentState(db);
  const entry = { ...commandLineDoer(), action: "intents-changed", workspace } as const;
  const auditEntry = { ...entry, target: null, before: auditable(before), after: auditable(after) };
  await recordAudit(await accessDb(), auditEntry, nowUs());
  await adoptIntents(db, after);
  await settle(db);
}

function auditable(adopted: AdoptedIntents | null): object | null {
  return adopted === null ? null : { version: adopted.version, ...adopted.report };
}

function print(state: IntentState, isTrial: boolean, json?: true): void {
  if (json === true) {
    const { adopted, undeclared, inferred } = state;
    console.log(JSON.stringify({ undeclared, inferred, adopted: auditable(adopted) }));
    return;
  }
  for (const line of linesOf(state, isTrial)) console.log(line);
}

function linesOf({ adopted, undeclared, inferred }: IntentState, isTrial: boolean): string[] {
  const silent = `${formatCounted(undeclared, "case")} without a declared intent`;
  if (adopted === null)
    return [`Intents are not inferred; there ${undeclared === 1 ? "is" : "are"} ${silent}.`];
  const { report } = adopted;
  const shareOf = (part: number, { asked }: { readonly asked: number }) =>
    String(Math.round((100 * part) / Math.max(1, asked)));
  const { heldOut, unseen } = report;
  const quiet = heldOut.asked - heldOut.right - heldOut.wrong;
  return [
    `${isTrial ? "Could learn" : "Learned"} ${formatCount(report.intents)} intents from ${formatCount(report.cases)} cases that declare one.`,
    `Of 100 cases of customers left out: right on ${shareOf(heldOut.right, heldOut)}, wrong on ${shareOf(heldOut.wrong, heldOut)}, silent on ${shareOf(quiet, heldOut)}.`,
    `Of 100 cases about an intent left out: silent on ${shareOf(unseen.asked - unseen.wrong, unseen)}, wrong on ${shareOf(unseen.wrong, unseen)}.`,
    isTrial
      ? `Nothing was changed: ${silent}.`
      : `Inferred for ${formatCount(inferred)} of ${silent}.`,
  ];
}
