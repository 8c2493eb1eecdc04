import { ownEntry } from "@/lib/domain/own-entry";
import { Option, type Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import { allSpanReadings } from "@/lib/pipeline/derive/all-span-readings";
import { nowUs } from "@/lib/clock/server";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { readReplayCaseId } from "@/lib/domain/gate/replay";
import { digest } from "@/lib/pipeline/derive/digest";
import { readAsOf } from "@/lib/analytics/load/as-of";
import {
  exportCaseMessages,
  exportCases,
  exportFlatCases,
} from "@/lib/analytics/load/export-cases";
import { flatMessage, type ExportedMessage } from "@/lib/analytics/exports/export-message";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/worker/workspace";
import { exportLabels } from "@/lib/pipeline/changes/export-labels";
import { rowOfLabel } from "@/lib/scoring/row-of-label";
import { exportSpan } from "@/lib/analytics/load/export-span";
import { accessDb } from "@/lib/auth/access-db";
import { recordAudit } from "@/lib/store/access/append-audit";
import { commandLineDoer } from "./command-line-doer";
import { printLine } from "./print-line";
import { asOfDefault, readInstant } from "./read-instant";
import { idsOpenedIn } from "@/lib/analytics/load/ids-opened-in";
import { periodHelp, readPeriod } from "@/lib/analytics/filter/read-period";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { csvHeader, csvLine } from "@/lib/analytics/charts/csv";
import { workspaceOption } from "./workspace-option";
import { settle } from "./settle";

type ExportOptions = {
  readonly workspace: WorkspaceName;
  readonly format: "jsonl" | "csv";
  readonly asOf?: string;
  readonly period?: string;
  readonly evaluator?: string;
  readonly json?: true;
};

/** `throughline export`: prints cases, spans, labels or the digest once the queue is empty. */
export function addExport(program: Command): void {
  program
    .command("export")
    .description(
      "print what was derived: cases, their messages, spans, or a digest over everything; or what people labelled",
    )
    .argument("<what>", "cases, messages, spans, labels or digest")
    .addOption(workspaceOption)
    .addOption(
      new Option("--format <format>", "how rows are printed")
        .choices(["jsonl", "csv"])
        .default("jsonl"),
    )
    .option(
      "--as-of <instant>",
      `the instant outcomes are read at, RFC 3339 (default: ${asOfDefault})`,
    )
    .option("--period <period>", `cases and messages: only of cases opened in it: ${periodHelp}`)
    .option("--evaluator <name>", "labels: only those on this evaluator's answers")
    .option("--json", "the same as --format jsonl; for the digest, one JSON object")
    .action(async (what: string, options: ExportOptions) => {
      const print = ownEntry(printers, what);
      if (print === undefined) {
        throw new DomainError(
          "invalid-input",
          `There is no export "${what}"; choose cases, messages, spans, labels or digest.`,
        );
      }
      await requireWorkspace(options.workspace);
      await withWorkspace(options.workspace, async (db) => {
        await settle(db);
        if (what === "digest") await print(db, options);
        else await recorded(what, options, () => print(db, options));
      });
    });
}

/** Audits an export before its first row, and the number of rows after its last. */
async function recorded(
  what: string,
  { workspace, format, json }: ExportOptions,
  print: () => Promise<number>,
): Promise<void> {
  const target = `${what}.${json ? "jsonl" : format}`;
  const entry = { ...commandLineDoer(), workspace, target, before: null };
  const db = await accessDb();
  await recordAudit(db, { ...entry, action: "exported", after: null }, nowUs());
  const rows = await print();
  await recordAudit(db, { ...entry, action: "export-ended", after: { rows } }, nowUs());
}

/** @returns the number of rows printed */
type Printer = (db: Workspace, options: ExportOptions) => Promise<number>;

const printers: Readonly<Partial<Record<string, Printer>>> = {
  cases: async (db, options) => {
    const { asOfUs, only } = await readWhich(db, options);
    const rows = isCsv(options) ? exportFlatCases : exportCases;
    return printRows(rows(db, asOfUs, { only }), options);
  },
  messages: async (db, options) => {
    const rows = exportCaseMessages(db, await readWhich(db, options));
    return printRows(isCsv(options) ? flatRows(rows) : rows, options);
  },
  spans: (db, options) => printRows(spansOf(db), options),
  labels: (db, options) => {
    if (isCsv(options)) {
      throw new DomainError(
        "invalid-input",
        "Labels are whole conversations: print them as jsonl.",
      );
    }
    return printRows(rowsOfLabels(db, options.evaluator ?? null), options);
  },
  digest: async (db, { json }) => {
    const value = await digest(db);
    await printLine(json ? JSON.stringify({ digest: value }) : value);
    return 1;
  },
};

/** The instant of the outcomes, and the cases that were opened in the period; null: all. */
async function readWhich(
  db: Workspace,
  { asOf, period, workspace }: ExportOptions,
): Promise<{ readonly asOfUs: number; readonly only: ReadonlySet<string> | null }> {
  const asOfUs = asOf === undefined ? await readAsOf(db, nowUs()) : readInstant(asOf);
  if (period === undefined) return { asOfUs, only: null };
  return { asOfUs, only: await idsOpenedIn(workspacePath(workspace), readPeriod(period), asOfUs) };
}

function isCsv({ format, json }: ExportOptions): boolean {
  return format === "csv" && json !== true;
}

async function* flatRows(messages: AsyncIterable<ExportedMessage>): AsyncGenerator<object> {
  for await (const message of messages) yield flatMessage(message);
}

/** Spans of production; those of replays are none. */
async function* spansOf(db: Workspace): AsyncGenerator<object> {
  for await (const page of allSpanReadings(db)) {
    yield* page.filter((span) => !isOfReplay(span)).map(exportSpan);
  }
}

function isOfReplay({ identity }: Parameters<typeof exportSpan>[0]): boolean {
  return identity.caseId !== undefined && readReplayCaseId(identity.caseId.value) !== null;
}

async function* rowsOfLabels(db: Workspace, evaluator: string | null): AsyncGenerator<object> {
  for await (const { assembled, placed } of exportLabels(db, evaluator)) {
    const row = rowOfLabel(assembled, placed);
    if (row !== null) yield row;
  }
}

async function printRows(rows: AsyncIterable<object>, options: ExportOptions): Promise<number> {
  let count = 0;
  for await (const row of rows) {
    if (!isCsv(options)) await printLine(JSON.stringify(row));
    else {
      if (count === 0) await printLine(csvHeader(row));
      await printLine(csvLine(row));
    }
    count += 1;
  }
  return count;
}
