import type { Command } from "commander";
import { nowUs } from "@/lib/pipeline/clock";
import type { WorkspaceName } from "@/lib/pipeline/data-folder";
import { drainQueue } from "@/lib/pipeline/drain-queue";
import { ingestFile, type FileResult } from "@/lib/pipeline/ingest-file";
import { createPreparation } from "@/lib/pipeline/preparation";
import { formats } from "@/lib/ingest/formats/registry";
import type { Database } from "@/lib/store/database";
import { readSettings } from "@/lib/store/decisions";
import { countUnassigned } from "@/lib/store/counts";
import { listInputs, type Input } from "./list-inputs";
import { createProgress } from "./progress";
import { withWorkspace, workspaceOption } from "./workspace";

type IngestOptions = { readonly workspace: WorkspaceName; readonly json?: true };

type IngestReport = {
  readonly files: readonly FileResult[];
  readonly accepted: number;
  readonly duplicate: number;
  readonly rejected: number;
  /** CRM records that were new. */
  readonly records: number;
  /** Spans of the whole workspace that belong to no case yet. */
  readonly unassigned: number;
  /** Cases that were derived anew. */
  readonly cases: number;
};

/** `throughline ingest`: reads files, folders or standard input, and returns when their cases are derived. */
export function addIngest(program: Command): void {
  program
    .command("ingest")
    .description("read traces or CRM cases and derive the cases they touch")
    .argument("<input...>", "files, folders (every file below them) or - for standard input")
    .addOption(workspaceOption)
    .option("--json", "print one JSON object")
    .addHelpText("after", `\nFormats, plain or gzip, recognised by content: ${formatList()}.`)
    .action(async (paths: string[], { workspace, json }: IngestOptions) => {
      const inputs = listInputs(paths);
      const report = await withWorkspace(workspace, (db) => ingestAll(db, inputs));
      if (json) console.log(JSON.stringify(report));
      else printReport(report);
      if (report.rejected > 0 || report.files.some(({ rejects }) => rejects.length > 0)) {
        process.exitCode = 1;
      }
    });
}

function formatList(): string {
  return formats.map(({ title }) => title).join(" · ");
}

async function ingestAll(db: Database, inputs: readonly Input[]): Promise<IngestReport> {
  const preparation = createPreparation(await readSettings(db));
  const files: FileResult[] = [];
  for (const input of inputs) {
    const progress = createProgress(`reading ${input.name}`, input.bytes);
    files.push(
      await ingestFile(input, { db, preparation, now: nowUs, onProgress: progress.update }),
    );
    progress.done();
  }
  const progress = createProgress("deriving cases", null);
  const { cases } = await drainQueue(db, { now: nowUs, onProgress: progress.update });
  progress.done();
  const sum = (pick: (file: FileResult) => number) =>
    files.reduce((total, file) => total + pick(file), 0);
  return {
    files,
    accepted: sum((file) => file.accepted),
    duplicate: sum((file) => file.duplicate),
    rejected: sum((file) => file.rejected),
    records: sum((file) => file.records),
    unassigned: await countUnassigned(db),
    cases: cases.size,
  };
}

const shownRejects = 10;

function printReport(report: IngestReport): void {
  const count = (value: number) => value.toLocaleString("en-US");
  for (const file of report.files) {
    const records = file.records > 0 ? `, ${count(file.records)} CRM records` : "";
    console.log(
      `${file.source}: ${count(file.accepted)} accepted, ${count(file.duplicate)} duplicate, ${count(file.rejected)} rejected${records}`,
    );
    for (const { place, reason } of file.rejects.slice(0, shownRejects)) {
      console.log(`  ${place}: ${reason}`);
    }
    if (file.rejects.length > shownRejects) {
      console.log(`  … and more; \`--json\` lists the first ${String(file.rejects.length)}`);
    }
  }
  console.log(`${count(report.cases)} cases derived, ${count(report.unassigned)} spans unassigned`);
}
