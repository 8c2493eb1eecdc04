import { writeFile } from "node:fs/promises";
import type { Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { nowUs } from "@/lib/clock/server";
import { workspacePath } from "@/lib/pipeline/worker/data-folder";
import { requireWorkspace, withWorkspace } from "@/lib/pipeline/worker/workspace";
import { loadAsOf } from "@/lib/analytics/load/as-of";
import { loadDisplayZone } from "@/lib/analytics/load/display-zone";
import { loadReport, requireNothingLater } from "@/lib/pages/report/load";
import { recordAudit } from "@/lib/store/access/append-audit";
import { setDisplayZoneSource } from "@/lib/format/format";
import { reportHtml } from "@/lib/pages/report/report-html";
import { periodNames } from "@/lib/analytics/filter/period";
import { overviewCodec, type OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { periodHelp, readPeriod } from "@/lib/analytics/filter/read-period";
import { commandLineDoer } from "./command-line-doer";
import { printLine } from "./print-line";
import { asOfDefault, readInstant } from "./read-instant";
import { readUrl } from "./read-url";
import { settle } from "./settle";
import { workspaceOption } from "./workspace-option";

type ReportOptions = {
  readonly workspace: WorkspaceName;
  readonly period: string;
  readonly filter: string;
  readonly asOf?: string;
  readonly url?: string;
  readonly digest?: true;
  readonly out: string;
};

const asOfHelp = `the instant outcomes are read at, RFC 3339; not before the newest contact: what came later would be counted as well (default: ${asOfDefault})`;

/** `throughline report`: writes the Overview for a period as one HTML file. */
export function addReport(program: Command): void {
  program
    .command("report")
    .description("write the Overview for a period as one HTML file that can be sent and printed")
    .addOption(workspaceOption)
    .requiredOption("--period <period>", periodHelp)
    .option("--filter <query>", 'further filters, as in the page\'s address: "type=outage"', "")
    .option("--as-of <instant>", asOfHelp)
    .option("--url <url>", "where the app answers, for links (default: no links)", readUrl)
    .option("--digest", "two sheets only: the board's page, and where most is lost")
    .requiredOption("--out <file>", "the file to write")
    .action(writeReport);
}

async function writeReport(options: ReportOptions): Promise<void> {
  const { workspace, out } = options;
  const startedUs = nowUs();
  const asOf =
    options.asOf === undefined ? null : { us: readInstant(options.asOf), typed: options.asOf };
  await requireWorkspace(workspace);
  await withWorkspace(workspace, settle);
  const path = workspacePath(workspace);
  if (asOf !== null) await requireNothingLater(path, asOf, startedUs);
  const asOfUs = asOf?.us ?? (await loadAsOf(path, startedUs));
  const zone = await loadDisplayZone(path);
  setDisplayZoneSource(() => zone);
  const query = readFilter(options.filter);
  const period = readPeriod(options.period);
  const ofPeriod = { ...query, cases: { ...query.cases, period } };
  const report = await loadReport({ path, scope: null }, ofPeriod, asOfUs);
  const size = options.digest ? "digest" : "full";
  await writeFile(out, reportHtml({ ...report, workspace, base: options.url ?? null, size }));
  const entry = { ...commandLineDoer(), workspace, target: "report.html", before: null };
  const after = { filter: options.filter, period: options.period };
  await recordAudit(await accessDb(), { ...entry, action: "exported", after }, nowUs());
  await printLine(`${report.overview.lede.lead} Written to ${out}.`);
}

/** @throws DomainError if any of it would have no effect */
function readFilter(filter: string): OverviewQuery {
  const search = new URLSearchParams(filter);
  const names = [...new Set(search.keys())];
  const periods = names.filter((name) => periodNames.includes(name));
  if (periods.length > 0) {
    throw refusal("names a period", periods, ", which has an option of its own: --period");
  }
  const raw = Object.fromEntries(names.map((name) => [name, search.getAll(name)]));
  const { query, dropped } = overviewCodec.parse(raw);
  const unknown = dropped.filter(({ isKnown }) => !isKnown).map(({ name }) => name);
  if (unknown.length > 0) throw refusal("has what no page reads", unknown);
  const unread = dropped.flatMap(({ name }) => unreadValues(name, raw[name] ?? []));
  if (unread.length > 0) throw refusal("has values that no page knows", unread);
  return query;
}

/** The values that are invalid individually, else all: they are invalid together. */
function unreadValues(name: string, values: readonly string[]): readonly string[] {
  const alone = values.filter((value) => overviewCodec.parse({ [name]: value }).dropped.length > 0);
  return (alone.length > 0 ? alone : values).map((value) => `${name}=${value}`);
}

function refusal(what: string, names: readonly string[], more = ""): DomainError {
  return new DomainError("invalid-input", `The filter ${what}: ${names.join(", ")}${more}.`);
}
