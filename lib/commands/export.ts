import { Option, type Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import { allSpanReadings } from "@/lib/pipeline/all-span-readings";
import { nowUs } from "@/lib/pipeline/clock";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { digest } from "@/lib/pipeline/digest";
import { drainQueue } from "@/lib/pipeline/drain-queue";
import { exportCases } from "@/lib/queries/export-cases";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/workspace";
import { exportSpan } from "@/lib/queries/export-span";
import { createProgress } from "./progress";
import { printLine } from "./print-line";
import { readInstant } from "./read-instant";
import { csvHeader, csvLine } from "@/lib/view/csv";
import { workspaceOption } from "./workspace-option";

type ExportOptions = {
  readonly workspace: WorkspaceName;
  readonly format: "jsonl" | "csv";
  readonly asOf?: string;
  readonly json?: true;
};

/** `throughline export`: prints cases, spans or the digest, when nothing waits to be derived any more. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description("print what was derived: cases, spans, or a digest over everything")
    .argument("<what>", "cases, spans or digest")
    .addOption(workspaceOption)
    .addOption(
      new Option("--format <format>", "how rows are printed")
        .choices(["jsonl", "csv"])
        .default("jsonl"),
    )
    .option("--as-of <instant>", "the instant outcomes are read at, RFC 3339 (default: now)")
    .option("--json", "the same as --format jsonl; for the digest, one JSON object")
    .action(async (what: string, options: ExportOptions) => {
      const print = printers[what];
      if (print === undefined) {
        throw new DomainError(
          "invalid-input",
          `There is no export "${what}"; choose cases, spans or digest.`,
        );
      }
      requireWorkspace(options.workspace);
      await withWorkspace(options.workspace, async (db) => {
        await settle(db);
        await print(db, options);
      });
    });
}

type Printer = (db: Workspace, options: ExportOptions) => Promise<void>;

const printers: Readonly<Partial<Record<string, Printer>>> = {
  cases: async (db, options) => {
    const asOfUs = options.asOf === undefined ? nowUs() : readInstant(options.asOf);
    await printRows(exportCases(db, asOfUs), options);
  },
  spans: (db, options) => printRows(spansOf(db), options),
  digest: async (db, { json }) => {
    const value = await digest(db);
    await printLine(json ? JSON.stringify({ digest: value }) : value);
  },
};

async function settle(db: Workspace): Promise<void> {
  const progress = createProgress("deriving cases", null);
  await drainQueue(db, { now: nowUs, onProgress: progress.update });
  progress.done();
}

async function* spansOf(db: Workspace): AsyncGenerator<object> {
  for await (const page of allSpanReadings(db)) yield* page.map(exportSpan);
}

async function printRows(
  rows: AsyncIterable<object>,
  { format, json }: ExportOptions,
): Promise<void> {
  let isFirst = true;
  for await (const row of rows) {
    if (format === "jsonl" || json) await printLine(JSON.stringify(row));
    else {
      if (isFirst) await printLine(csvHeader(row));
      await printLine(csvLine(row));
    }
    isFirst = false;
  }
}
