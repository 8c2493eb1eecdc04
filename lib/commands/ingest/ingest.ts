import type { Command } from "commander";
import { columnWords } from "@/lib/format/ingest/column-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { leftProductionWords } from "@/lib/format/ingest/left-production-words";
import { unreadWordsLines } from "@/lib/format/ingest/unread-words";
import { unkeptWords } from "@/lib/format/ingest/unkept-words";
import type { WorkspaceName } from "@/lib/domain/workspace";
import {
  acceptedFormats,
  ingestInputs,
  type IngestReport,
} from "@/lib/pipeline/intake/ingest-inputs";
import { ingestCodec, ingestHref } from "@/lib/pages/ingest/url";
import { workspaceHref } from "@/lib/pages/lookup/url";
import { readCaselessSpans, readUnreadWords } from "@/lib/pipeline/settings/settings-page";
import { isServed } from "@/lib/pipeline/worker/served-url";
import { withWorkspace } from "@/lib/pipeline/worker/workspace";
import { listInputs } from "../list-inputs";
import { createProgress } from "../progress";
import { urlOption } from "../read-url";
import { workspaceOption } from "../workspace-option";

type IngestOptions = {
  readonly workspace: WorkspaceName;
  readonly json?: true;
  readonly replace?: true;
  readonly url: string;
};

/** `throughline ingest`: reads files, folders or standard input, and returns when their cases are derived. */
export function addIngest(program: Command): void {
  program
    .command("ingest")
    .description("read traces or CRM cases and derive the cases they touch")
    .argument("<input...>", "files, folders (every file below them) or - for standard input")
    .addOption(workspaceOption)
    .option("--json", "print one JSON object")
    .option(
      "--replace",
      "replace stored spans of the same ids that differ, as after a fixed exporter",
    )
    .addOption(urlOption())
    .addHelpText(
      "after",
      `\nFormats, plain or gzip, recognised by content: ${acceptedFormats().join(" · ")}.`,
    )
    .action(async (paths: string[], { workspace, json, replace, url }: IngestOptions) => {
      const inputs = listInputs(paths);
      const report = await withWorkspace(workspace, (db) =>
        ingestInputs(db, inputs, createProgress, { replaces: replace === true }),
      );
      if (json) console.log(JSON.stringify(report));
      else {
        const hrefOf = (batch: number) =>
          workspaceHref(workspace, ingestHref({ ...ingestCodec.defaultValue, batch }));
        printReport(report, (batch) => `${url}${hrefOf(batch)}`);
        if (report.unassigned > 0) await printCaseKeys(workspace);
        await printUnreadWords(workspace, report);
        if (!(await isServed(url)))
          console.log(`No server answers at ${url}: \`npm start\` starts one, for the links.`);
      }
      if (report.rejected > 0 || report.files.some(({ rejects }) => rejects.length > 0)) {
        process.exitCode = 1;
      }
    });
}

/** Says which keys of spans without a case could be read as one. */
async function printCaseKeys(workspace: WorkspaceName): Promise<void> {
  const { keys } = (await readCaselessSpans(workspace)) ?? { keys: [] };
  const seen = keys.map(({ key, spans }) => `${key} (${formatCount(spans)})`).join(", ");
  console.log(
    seen === ""
      ? "They name none: give each span the attribute case_id."
      : `They name none. Keys seen: ${seen}. Have one read as the case under Settings, or send it as case_id.`,
  );
}

/** Says which keys of spans without words have text, and which roles nobody knows. */
async function printUnreadWords(workspace: WorkspaceName, report: IngestReport): Promise<void> {
  if (report.oneSided + report.unassigned === 0) return;
  const batches = report.files.map(({ batch }) => batch);
  const unread = await readUnreadWords(workspace, { batches });
  for (const words of unreadWordsLines(report.oneSided, unread)) console.log(words);
}

const shownRejects = 10;

/** @param linkOf the address of a batch's page */
function printReport(report: IngestReport, linkOf: (batch: number) => string): void {
  const count = (value: number) => value.toLocaleString("en-US");
  for (const file of report.files) {
    const events = file.events > 0 ? `, ${formatCounted(file.events, "log event")}` : "";
    const records = file.records > 0 ? `, ${formatCounted(file.records, "CRM record")}` : "";
    const unkept = unkeptWords(file).map((words) => `, ${words}`);
    console.log(
      `${file.source} (batch ${String(file.batch)}): ${count(file.accepted)} accepted, ${count(file.duplicate)} duplicate, ${count(file.rejected)} rejected${events}${records}${unkept.join("")}`,
    );
    if (file.columns !== null) {
      for (const words of columnWords(file.columns)) console.log(`  ${words}`);
    }
    for (const { place, reason } of file.rejects.slice(0, shownRejects)) {
      console.log(`  ${place}: ${reason}`);
    }
    if (file.rejects.length > shownRejects) {
      console.log(`  … and more; \`--json\` lists the first ${String(file.rejects.length)}`);
    }
    console.log(`  ${linkOf(file.batch)}`);
  }
  const replays =
    report.replays > 0 ? `, ${formatCounted(report.replays, "replay")} of a cohort` : "";
  console.log(
    `${formatCounted(report.cases, "case")} touched${replays}, ${formatCounted(report.unassigned, "span")} without a case`,
  );
  for (const words of leftProductionWords(report.leftProduction)) console.log(`${words}.`);
  if (report.differing > 0) console.log("To replace what is stored, add --replace.");
}
