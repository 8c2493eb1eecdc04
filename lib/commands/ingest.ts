import type { Command } from "commander";
import { formatCounted } from "@/lib/format/format";
import { leftProductionWords } from "@/lib/format/left-production-words";
import { unkeptWords } from "@/lib/format/unkept-words";
import type { WorkspaceName } from "@/lib/domain/workspace";
import {
  acceptedFormats,
  ingestInputs,
  type IngestReport,
} from "@/lib/pipeline/intake/ingest-inputs";
import { withWorkspace } from "@/lib/pipeline/worker/workspace";
import { listInputs } from "./list-inputs";
import { createProgress } from "./progress";
import { workspaceOption } from "./workspace-option";

type IngestOptions = { readonly workspace: WorkspaceName; readonly json?: true };

/** `throughline ingest`: reads files, folders or standard input, and returns when their cases are derived. */
export function addIngest(program: Command): void {
  program
    .command("ingest")
    .description("read traces or CRM cases and derive the cases they touch")
    .argument("<input...>", "files, folders (every file below them) or - for standard input")
    .addOption(workspaceOption)
    .option("--json", "print one JSON object")
    .addHelpText(
      "after",
      `\nFormats, plain or gzip, recognised by content: ${acceptedFormats().join(" · ")}.`,
    )
    .action(async (paths: string[], { workspace, json }: IngestOptions) => {
      const inputs = listInputs(paths);
      const report = await withWorkspace(workspace, (db) =>
        ingestInputs(db, inputs, createProgress),
      );
      if (json) console.log(JSON.stringify(report));
      else printReport(report);
      if (report.rejected > 0 || report.files.some(({ rejects }) => rejects.length > 0)) {
        process.exitCode = 1;
      }
    });
}

const shownRejects = 10;

function printReport(report: IngestReport): void {
  const count = (value: number) => value.toLocaleString("en-US");
  for (const file of report.files) {
    const records = file.records > 0 ? `, ${count(file.records)} CRM records` : "";
    const unkept = unkeptWords(file).map((words) => `, ${words}`);
    console.log(
      `${file.source} (batch ${String(file.batch)}): ${count(file.accepted)} accepted, ${count(file.duplicate)} duplicate, ${count(file.rejected)} rejected${records}${unkept.join("")}`,
    );
    for (const { place, reason } of file.rejects.slice(0, shownRejects)) {
      console.log(`  ${place}: ${reason}`);
    }
    if (file.rejects.length > shownRejects) {
      console.log(`  … and more; \`--json\` lists the first ${String(file.rejects.length)}`);
    }
  }
  const replays =
    report.replays > 0 ? `, ${formatCounted(report.replays, "replay")} of a cohort` : "";
  console.log(
    `${count(report.cases)} cases touched${replays}, ${count(report.unassigned)} spans without a case`,
  );
  for (const words of leftProductionWords(report.leftProduction)) console.log(`${words}.`);
}
