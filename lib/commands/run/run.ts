import type { Command } from "commander";
import { accessDb } from "@/lib/auth/access-db";
import { DomainError } from "@/lib/domain/domain-error";
import { channels, parseChannel, type Channel } from "@/lib/domain/trace/channel";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { formatCounted } from "@/lib/format/format";
import { noMapping, readMapping } from "@/lib/gate/read/read-mapping";
import { findCohort, listRuns } from "@/lib/pipeline/gate/find-stored";
import { importRun } from "@/lib/pipeline/gate/import-run";
import { planRunRemoval, removeRun } from "@/lib/pipeline/gate/remove-run";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/worker/workspace";
import { recordAudit } from "@/lib/store/access/append-audit";
import { commandLineDoer } from "../command-line-doer";
import { readGateFile } from "../gate/read-gate-file";
import { listInputs } from "../list-inputs";
import { createProgress } from "../progress";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";
import { addMap } from "./map";
import { auditImport } from "./audit-import";
import { printImported } from "./print-imported";
import { readName } from "./read-name";

type ImportOptions = {
  readonly workspace: WorkspaceName;
  readonly run: string;
  readonly release: string;
  readonly cohort?: string;
  readonly map?: string;
  readonly scenario?: string;
  readonly channel?: string;
  readonly leg?: string;
  readonly repeat?: string;
};
type RemoveOptions = { readonly workspace: WorkspaceName; readonly yes?: true };

const importHelp = `
Which item of the cohort a trace is a replay of: the one that it names itself (throughline.cohort.item on a span or,
by OTEL_RESOURCE_ATTRIBUTES, on its resource), else the one that --map names, else, of a simulator's report, the only
one that is like its scenario, persona and situation, else the one whose id or source case is the trace's case id. A
trace of no item is refused, and nothing of the files enters production.

  mapping.csv, by trace, session or case id; repeat where an item was replayed several times:
    id,item,repeat
    4bf92f3577b34da6a3ce929d0e0e4736,refund-017,1

  throughline cohort import golden-200.jsonl --name golden-200
  throughline run import v15.otlp.jsonl --run v15-1 --release v15 --cohort golden-200 --map mapping.csv
  throughline gate --cohort golden-200 --candidate v15-1 --baseline v14 --min 0.78`;

/** `throughline run …`: brings, lists and removes runs of a cohort. */
export function addRun(program: Command): void {
  const run = program
    .command("run")
    .description(
      "bring a cohort's replays on a release, apart from production; list and remove runs",
    );
  run
    .command("import")
    .description("read a cohort's replays as a run")
    .argument(
      "<file...>",
      "files or folders, or - for standard input: OTLP traces, plain or gzip; simulate-sdk reports; transcripts, JSON Lines",
    )
    .requiredOption("--run <name>", "the run's name, such as v15-1")
    .requiredOption("--release <release>", "what was replayed, such as v15")
    .option("--cohort <cohort>", "the stored cohort: name, name@version or hash")
    .option("--map <file>", "which item each trace, session or case is, CSV")
    .addOption(workspaceOption)
    .option("--channel <channel>", "of reports and transcripts that state none: voice, chat, …")
    .option("--scenario <name>", "of reports that state none")
    .option("--leg <number>", "which contact of its cases a report or transcript is, from 1")
    .option("--repeat <number>", "which repeat of its items a report or transcript is, from 1")
    .addHelpText("after", importHelp)
    .action(importFiles);
  addMap(run);
  run
    .command("list")
    .description("print the stored runs, the latest first")
    .addOption(workspaceOption)
    .action(async ({ workspace }: { readonly workspace: WorkspaceName }) => {
      await requireWorkspace(workspace);
      return withWorkspace(workspace, printRuns);
    });
  run
    .command("remove")
    .description("remove a run with its traces; verdicts on it stay, and count as attempts")
    .argument("<run>", "its name")
    .addOption(workspaceOption)
    .option("--yes", "remove it; without it the command only says what it would remove")
    .action(removeStored);
}

async function importFiles(paths: string[], options: ImportOptions): Promise<void> {
  const inputs = listInputs(paths);
  const mapping = options.map === undefined ? noMapping : readMapping(readGateFile(options.map));
  const file = {
    scenario: options.scenario ?? null,
    channel: options.channel === undefined ? null : readChannel(options.channel),
    leg: options.leg === undefined ? null : readOrdinal("--leg", options.leg),
    repeat: options.repeat === undefined ? null : readOrdinal("--repeat", options.repeat),
  };
  const names = {
    run: readName("--run", options.run),
    release: readName("--release", options.release),
  };
  await withWorkspace(options.workspace, async (db) => {
    const cohort = options.cohort === undefined ? null : await findCohort(db, options.cohort);
    await requireSameRun(db, { ...names, cohort: cohort?.sha256 ?? null });
    const given = { ...names, cohort, mapping, whyMissing: null, file };
    const imported = await importRun(db, inputs, given, { nowUs, startStep: createProgress });
    await auditImport(options.workspace, names, cohort?.sha256 ?? null, imported);
    printImported(names.run, cohort, imported, (line) => {
      console.log(line);
    });
    if (imported.refused.length + imported.rejects.length > 0) process.exitCode = 1;
    if (imported.replays === 0) {
      console.error(`No run ${names.run} is stored: nothing of it could be read.`);
      process.exitCode = 2;
    }
  });
}

function readChannel(text: string): Channel {
  const channel = parseChannel(text);
  if (channel !== null && channel !== "unknown") return channel;
  const known = channels.filter((each) => each !== "unknown").join(", ");
  throw new DomainError("invalid-input", `--channel is ${text}; it can be ${known}.`);
}

function readOrdinal(option: string, text: string): number {
  if (/^[1-9]\d{0,3}$/u.test(text)) return Number(text);
  throw new DomainError(
    "invalid-input",
    `${option} is ${text}; give a whole number from 1 to 9999.`,
  );
}

/** @throws DomainError if a run of this name is stored and is of another release or cohort */
async function requireSameRun(
  db: Workspace,
  given: { readonly run: string; readonly release: string; readonly cohort: string | null },
): Promise<void> {
  const known = (await listRuns(db)).find(({ run }) => run === given.run);
  if (known === undefined) return;
  const release = known.releases.find((each) => each !== given.release);
  const isSame = release === undefined && (known.cohort ?? given.cohort) === given.cohort;
  if (isSame) return;
  const of = release === undefined ? "another cohort" : `the release ${release}`;
  throw new DomainError(
    "invalid-input",
    `There is a run ${given.run} of ${of}; choose another --run, or remove it first: throughline run remove ${given.run} --yes.`,
  );
}

async function printRuns(db: Workspace): Promise<void> {
  const runs = await listRuns(db);
  if (runs.length === 0) {
    console.log(
      "No run is stored; bring one with: throughline run import FILE --run NAME --release RELEASE.",
    );
  }
  for (const { run, releases, items, replays, missing, atUs } of runs) {
    const absent = missing.length === 0 ? "" : `, ${String(missing.length)} missing`;
    const when = atUs === null ? "" : `, ${new Date(atUs / 1000).toISOString()}`;
    console.log(
      `${run}: ${releases.length === 0 ? "no release" : releases.join(", ")}, ${formatCounted(items, "item")}, ${formatCounted(replays, "replay")}${absent}${when}`,
    );
  }
}

async function removeStored(run: string, { workspace, yes }: RemoveOptions): Promise<void> {
  await requireWorkspace(workspace);
  await withWorkspace(workspace, async (db) => {
    if (!(await listRuns(db)).some((each) => each.run === run)) {
      throw new DomainError(
        "not-found",
        `There is no run "${run}"; throughline run list shows them.`,
      );
    }
    const plan = await planRunRemoval(db, run);
    const words = `${formatCounted(plan.cases, "replay")} with ${formatCounted(plan.spans, "span")}`;
    if (yes !== true) {
      throw new DomainError(
        "invalid-input",
        `This removes ${words} for good; nothing was changed. To go on, add --yes.`,
      );
    }
    const entry = { ...commandLineDoer(), action: "data-removed", workspace } as const;
    const audited = { ...entry, target: `run ${run}`, before: plan, after: null };
    await recordAudit(await accessDb(), audited, nowUs());
    await removeRun(db, run, nowUs(), () => settle(db));
    console.log(`Removed ${words}; verdicts on the run stay, and count as attempts.`);
  });
}
