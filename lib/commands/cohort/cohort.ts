import { basename } from "node:path";
import type { Command } from "commander";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCounted } from "@/lib/format/format";
import { formatCohort } from "@/lib/gate/cohort/freeze-cohort";
import { isCrossChannel } from "@/lib/gate/score-items";
import { findCohort, listCohorts } from "@/lib/pipeline/gate/find-stored";
import { storeCohort } from "@/lib/pipeline/gate/store-cohort";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/worker/workspace";
import { workspaceOption } from "../workspace-option";
import { auditCohort, printVersion, readCohortName } from "./cohort-name";
import { addExpect } from "./expect";
import { addMake } from "./make";
import { readCohortItems } from "./read-items";

type InWorkspace = { readonly workspace: WorkspaceName };
type ImportOptions = InWorkspace & {
  readonly name: string;
  readonly channels?: string;
  readonly scenario?: string;
};

const help = `
A cohort is the cases that a release is judged by, frozen: a change makes its next version. Its file is JSON Lines, a
case a line, or a table with the columns id and channels:
    {"id":"refund-017","channels":["chat","voice"],"cluster":"customer-9","stratum":"refund","expected":"refund promised by a date"}

  throughline cohort import golden-200.jsonl --name golden-200
  throughline cohort import scenario.json --name refunds --channels "chat > voice"
  throughline cohort make --name golden-200 --filter "period=90d&type=refund" --sample 200 --seed 7
  throughline cohort expect golden-200 --from v14
  throughline cohort show golden-200
  throughline cohort export golden-200 > golden-200.jsonl`;

/** `throughline cohort …`: stores, lists and prints the cases that releases are judged by. */
export function addCohort(program: Command): void {
  const cohort = program
    .command("cohort")
    .description("store, list and print the cases that releases are judged by")
    .addHelpText("after", help);
  cohort
    .command("list")
    .description("print the stored cohorts with their versions, the latest first")
    .addOption(workspaceOption)
    .action((options: InWorkspace) => inStored(options, printCohorts));
  cohort
    .command("show")
    .description("print what a cohort holds")
    .argument("<cohort>", "name, name@version or hash")
    .addOption(workspaceOption)
    .action((named: string, options: InWorkspace) =>
      inStored(options, (db) => printCohort(db, named)),
    );
  cohort
    .command("export")
    .description("print a cohort's cases as JSON Lines, which import reads")
    .argument("<cohort>", "name, name@version or hash")
    .addOption(workspaceOption)
    .action((named: string, options: InWorkspace) =>
      inStored(options, async (db) => {
        process.stdout.write(formatCohort((await findCohort(db, named)).items));
      }),
    );
  addMake(cohort);
  addExpect(cohort);
  cohort
    .command("import")
    .description("store a file of cases as a cohort, or as its next version")
    .argument("<file>", "JSON Lines or CSV; a simulate-sdk scenario, dataset or report, JSON")
    .requiredOption("--name <name>", "the cohort's name, such as golden-200")
    .option("--channels <channels>", 'what a scenario\'s cases go over: "chat > voice"')
    .option("--scenario <name>", "of a simulator's file that names none")
    .addOption(workspaceOption)
    .action(async (path: string, options: ImportOptions) => {
      const name = readCohortName(options.name);
      const items = await readCohortItems(path, name, options);
      await withWorkspace(options.workspace, async (db) => {
        const origin = { kind: "import", file: basename(path) } as const;
        const made = await storeCohort(db, { name, items, origin }, nowUs());
        await auditCohort(options.workspace, "cohort-imported", made);
        printVersion(made);
      });
    });
}

async function inStored(
  { workspace }: InWorkspace,
  work: (db: Workspace) => Promise<void>,
): Promise<void> {
  await requireWorkspace(workspace);
  await withWorkspace(workspace, work);
}

async function printCohorts(db: Workspace): Promise<void> {
  const versions = await listCohorts(db);
  if (versions.length === 0) {
    console.log("No cohort is stored; bring one with: throughline cohort import FILE --name NAME.");
  }
  for (const { name, version, size, erased, createdUs, sha256 } of versions) {
    const gone = erased === 0 ? "" : `, ${String(erased)} erased since`;
    console.log(
      `${name}@${String(version)}: ${formatCounted(size, "case")}${gone}, ${new Date(createdUs / 1000).toISOString()}, ${sha256}`,
    );
  }
}

async function printCohort(db: Workspace, named: string): Promise<void> {
  const { name, version, sha256, items, erased } = await findCohort(db, named);
  const crossing = items.filter(isCrossChannel).length;
  const clusters = new Set(items.flatMap(({ cluster }) => cluster ?? [])).size;
  const strata = new Map<string, number>();
  for (const { stratum } of items) {
    if (stratum !== null) strata.set(stratum, (strata.get(stratum) ?? 0) + 1);
  }
  console.log(`${name}@${String(version)}, ${sha256}`);
  console.log(
    `${formatCounted(items.length, "case")}, ${String(crossing)} of them over two channels or more${erased === 0 ? "" : `; ${String(erased)} erased since`}.`,
  );
  if (clusters > 0) {
    console.log(`Of ${formatCounted(clusters, "customer or scenario", "customers or scenarios")}.`);
  }
  for (const [stratum, count] of [...strata].sort(([a], [b]) => (a < b ? -1 : 1))) {
    console.log(`  ${stratum}: ${String(count)}`);
  }
}
