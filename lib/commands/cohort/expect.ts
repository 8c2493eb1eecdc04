import type { Command } from "commander";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCounted } from "@/lib/format/format";
import { expectOfRun } from "@/lib/pipeline/gate/expect-of-run";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";
import { auditCohort, printVersion } from "./cohort-name";
import { readIds } from "./read-ids";

type ExpectOptions = {
  readonly workspace: WorkspaceName;
  readonly from: string;
  readonly cases?: string;
};

const help = `
The gate's metric expected_actions compares what the agent changed in a replay, its successful tool calls that change
something, with what the case expects. Read the run before you take it: what it did becomes right.

  throughline cohort expect golden-200 --from v14
  throughline cohort expect golden-200 --from v14 --cases approved.txt`;

/** `throughline cohort expect`: takes what an approved run changed as what is expected. */
export function addExpect(cohort: Command): void {
  cohort
    .command("expect")
    .description("make a cohort's next version, whose cases expect what an approved run changed")
    .argument("<cohort>", "name, name@version or hash")
    .requiredOption("--from <run>", "the approved run, or the latest of a release")
    .option("--cases <file>", "the ids of the cases that were approved, one a line; else all")
    .addOption(workspaceOption)
    .addHelpText("after", help)
    .action(expect);
}

async function expect(cohort: string, { workspace, from, cases }: ExpectOptions): Promise<void> {
  const only = cases === undefined ? null : readIds(cases);
  await requireWorkspace(workspace);
  await withWorkspace(workspace, async (db) => {
    await settle(db);
    const { version, taken, left } = await expectOfRun(db, { cohort, run: from, only }, nowUs());
    for (const { item, why } of left) console.error(`${item} stays as it was: ${why}.`);
    const { name, version: number } = version;
    console.error(
      `${formatCounted(taken, "case expects", "cases expect")} what ${from} changed. Replay both releases on ${name}@${String(number)}: a run is of one version.`,
    );
    printVersion(version);
    await auditCohort(workspace, "cohort-expected", version);
  });
}
