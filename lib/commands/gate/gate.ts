import { existsSync, readFileSync, appendFileSync } from "node:fs";
import { Option, type Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import type { GateSubject } from "@/lib/domain/gate/gate-input";
import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import { describeVerdict, type ExpectedOutcomes } from "@/lib/format/gate/describe-verdict";
import { findEarlierAttempts, findRecordsOf, findRepeatedRuns } from "@/lib/gate/attempts";
import { hashInput } from "@/lib/gate/gate-hashes";
import { findJudgedOtherwise } from "@/lib/gate/judged-otherwise";
import { metricOf } from "@/lib/gate/measure-gate";
import { formatRecord, makeRecord, type GateRecord } from "@/lib/gate/record";
import { jsonReport } from "@/lib/gate/report/json-report";
import { junitReport } from "@/lib/gate/report/junit-report";
import { markdownReport } from "@/lib/gate/report/markdown-report";
import { textReport } from "@/lib/gate/report/text-report";
import { chooseRepeatedRun } from "@/lib/gate/repeated-runs";
import { asksForSignOff } from "@/lib/gate/sign-off";
import { requireDecidable } from "@/lib/gate/require-decidable";
import { listRuns } from "@/lib/pipeline/gate/find-stored";
import { judgeStoredRun } from "@/lib/pipeline/gate/judge-stored-run";
import { sha256 } from "@/lib/store/sha256";
import { nowUs } from "@/lib/clock/server";
import { requireWorkspace, withWorkspace, type Workspace } from "@/lib/pipeline/worker/workspace";
import { printImported } from "../run/print-imported";
import { auditImport } from "../run/audit-import";
import { readName } from "../run/read-name";
import { settle } from "../settle";
import { workspaceOption } from "../workspace-option";
import { explainRecords } from "./explain-records";
import { explainRun } from "./explain-run";
import { reportFormats, type GateOptions } from "./gate-options";
import { readGateFile } from "./read-gate-file";
import {
  readGateInput,
  readGatePolicy,
  readNamedCohort,
  type RequiredOptions,
} from "./read-gate-input";
import { howToSignOff, signOffRun } from "./sign-off-run";
import { readDuration } from "./replay/read-duration";
import { replayCohort } from "./replay/replay-cohort";

const help = `
Example: 200 cases were replayed on v14 and v15 and scored; may v15 ship?

  golden-200.jsonl, a case a line:
    {"id":"refund-017","channels":["chat","voice"],"cluster":"customer-9","stratum":"refund","expected":"refund promised by a date"}
  v14.jsonl and v15.jsonl, an outcome a line, with a score from 0 to 1 (resolved from 0.5 on) or an error:
    {"item":"refund-017","score":0.82,"evaluator":"conversation_resolution","version":"21"}
    {"item":"outage-003","error":"replay timed out"}
    {"item":"refund-018","repeat":2,"score":0.1,"evaluator":"conversation_resolution","version":"21","critical":["pii_leak"]}
  labels.jsonl, what people said of at least 50 resolved and 50 not resolved conversations, beside the score:
    {"id":"call-1","resolved":true,"score":0.9,"evaluator":"conversation_resolution","version":"21"}
  gate.yaml, every field optional:
    minimum: 0.78                # or --min
    scope: cross_channel         # or all
    strata: { refund: 0.7 }      # least share by stratum
    non_inferiority_margin: 0.05 # at most 5 points worse than the baseline, with 95% confidence
    new_critical_failures: block # or report
    not_proven: allow            # or sign_off, block
    baseline: required           # or optional
    repeats: 3                   # least number of runs of a case, odd
    metric: conversation_resolution

  throughline gate --cohort golden-200.jsonl --candidate v15.jsonl --baseline v14.jsonl \\
    --policy gate.yaml --labels labels.jsonl --record gate-records.jsonl

  PASS, not proven: v15 on golden-200, attempt 1
  159 of 200 cross-channel cases resolved (79.5%), 95% interval 73–85%; bar 78%.
  …

With a data folder, a value that is no file names what is stored there: a cohort (or name@version, or its hash), and
a run or a release, whose latest run on the cohort is taken. The verdict is stored and attempts are counted there:

  throughline cohort import golden-200.jsonl --name golden-200
  throughline run import v14.otlp.jsonl --run v14-1 --release v14 --cohort golden-200
  throughline run import v15.otlp.jsonl --run v15-1 --release v15 --cohort golden-200
  throughline gate --cohort golden-200 --candidate v15 --baseline v14 --min 0.78
  throughline gate --explain v15-1

The demo has a cohort, a release and the one before it, so that this is a first verdict (BLOCK):

  throughline demo
  throughline gate --workspace demo --cohort golden-200 --candidate 2026.23 --baseline 2026.22 --min 0.78

--replay runs your own command, stores what it exports as a run, and judges it. It finds the cases in {cases}, JSON
Lines as throughline cohort export prints them, and prints traces (OTLP JSON lines, or transcripts: {"item":"refund-017",
"channel":"chat","messages":[{"role":"user","content":"…"}, …]}), writes them to {out}, or sends them to
OTEL_EXPORTER_OTLP_ENDPOINT. Each trace names its item: throughline.cohort.item on a span, or its case id. The
environment also has THROUGHLINE_RUN, THROUGHLINE_RELEASE, THROUGHLINE_COHORT, and the run and release in
OTEL_RESOURCE_ATTRIBUTES. What came before a crash or the timeout counts; more than 2% missing is INVALID:

  throughline gate --cohort golden-200 --candidate v15 --baseline v14 --min 0.78 \\
    --replay "./replay-cohort.sh {cases}" --replay-timeout 30m

Where the policy says not_proven: sign_off, a person answers for exactly that verdict of a stored run; after that the
same command exits with 0 and says who did:

  throughline gate --sign-off v15-1 --name "Jane Doe" --reason "on 5% of the traffic for a day first"

Exit codes: 0 pass (proven, or not proven where the policy allows that or somebody signed it off), 1 block, 2 invalid or unreadable.
Keep the file of --record: attempts are counted in it, and --explain decides its verdicts again.`;

/** `throughline gate`: says whether a release may ship, by a cohort replayed on it. */
export function addGate(program: Command): void {
  program
    .command("gate")
    .description("say whether a release may ship, from a cohort's replays")
    .option("--cohort <cohort>", "a file of the cohort's cases, or a stored cohort")
    .option("--candidate <run>", "a file of the release's outcomes, or a stored run or release")
    .option("--baseline <run>", "the same of the release before it, on the same cohort")
    .option("--min <share>", "least share of resolved cross-channel cases, such as 0.78")
    .option("--policy <file>", "what the gate asks, YAML")
    .option(
      "--labels <file>",
      "people's labels, to measure the evaluator's error (default: of a stored run those of its workspace)",
    )
    .option("--record <file>", "of files: append the verdict here, and count attempts in it")
    .option(
      "--replay <command>",
      "replay the cohort by this shell command, then judge what it exports",
    )
    .option("--replay-timeout <duration>", "what the command may take: 90s, 30m, 2h", "30m")
    .option("--run <name>", "the name of the run that --replay makes (default: release and time)")
    .addOption(
      new Option("--format <format>", "of the output").choices(reportFormats).default("text"),
    )
    .option("--explain <verdicts>", "decide the verdicts of a run, or of a --record file, again")
    .option("--sign-off <run>", "answer for the latest verdict on a run, which is not proven")
    .option("--name <name>", "of --sign-off: who answers for it")
    .option("--reason <reason>", "of --sign-off: why it may ship")
    .addOption(workspaceOption)
    .addHelpText("after", help)
    .action((options: GateOptions) => {
      if (options.signOff !== undefined) return signOff(options.signOff, options);
      return options.explain === undefined ? runGate(options) : explain(options.explain, options);
    });
}

async function explain(named: string, { workspace }: GateOptions): Promise<void> {
  if (existsSync(named)) explainRecords(named);
  else await inWorkspace(workspace, named, (db) => explainRun(db, named));
}

async function signOff(run: string, options: GateOptions): Promise<void> {
  await inWorkspace(options.workspace, run, (db) => signOffRun(db, run, options));
}

async function runGate(options: GateOptions): Promise<void> {
  const { cohort, candidate, baseline, workspace } = options;
  if (cohort === undefined || candidate === undefined) {
    throw new DomainError(
      "invalid-input",
      "Give --cohort and --candidate, or --explain; throughline gate --help shows an example.",
    );
  }
  const given = { ...options, cohort, candidate };
  if (options.replay !== undefined) return replayAndJudge(given, options.replay);
  if (options.run !== undefined) {
    throw new DomainError(
      "invalid-input",
      "--run names what --replay makes; give a command to --replay, or leave it out.",
    );
  }
  const stored = [cohort, candidate, baseline ?? cohort].find((each) => !existsSync(each));
  if (stored === undefined) return judge(given, null);
  await inWorkspace(workspace, stored, async (db) => {
    await settle(db);
    await judge(given, db);
  });
}

async function replayAndJudge(options: RequiredOptions, command: string): Promise<void> {
  if (command.trim() === "") {
    throw new DomainError(
      "invalid-input",
      '--replay is empty; give the command that replays the cases, such as "./replay-cohort.sh {cases}".',
    );
  }
  const { replayTimeout, candidate: release } = options;
  const timeout = { text: replayTimeout, ms: readDuration("--replay-timeout", replayTimeout) };
  const names = {
    run: readName("--run", options.run ?? `${release}-${compactInstant(nowUs())}`),
    release: readName("--candidate", release),
  };
  await withWorkspace(options.workspace, async (db) => {
    await settle(db);
    const cohort = await readNamedCohort(options.cohort, db);
    await requireNewRun(db, names.run);
    readGatePolicy(options);
    const imported = await replayCohort(db, { ...names, command, timeout, cohort });
    await auditImport(options.workspace, names, cohort.sha256, imported);
    printImported(names.run, cohort, imported, (line) => {
      console.error(line);
    });
    await judge({ ...options, candidate: names.run }, db);
  });
}

/** 2026-11-23T17:35:00Z as "20261123T173500Z". */
function compactInstant(atUs: number): string {
  return new Date(atUs / 1000).toISOString().replaceAll(/[-:]|\.\d+/gu, "");
}

/** @throws DomainError if there is a run of this name, or a file, which it would be taken for */
async function requireNewRun(db: Workspace, run: string): Promise<void> {
  const isKnown = existsSync(run) || (await listRuns(db)).some((each) => each.run === run);
  if (!isKnown) return;
  throw new DomainError("invalid-input", `There is a run or a file ${run}; choose another --run.`);
}

/** @param named what is looked up there */
async function inWorkspace(
  workspace: GateOptions["workspace"],
  named: string,
  work: (db: Workspace) => Promise<void>,
): Promise<void> {
  try {
    await requireWorkspace(workspace);
  } catch {
    throw new DomainError(
      "not-found",
      `There is no file "${named}", and nothing is stored in the workspace "${workspace}".`,
    );
  }
  await withWorkspace(workspace, work);
}

async function judge(options: RequiredOptions, db: Workspace | null): Promise<void> {
  const { input, expected, run } = await readGateInput(options, db);
  if (db !== null && run !== null) {
    if (options.record !== undefined) {
      throw new DomainError(
        "invalid-input",
        `${run} is a stored run, whose verdicts the workspace keeps; leave out --record.`,
      );
    }
    const { record, signOff } = await judgeStoredRun(db, run, input, nowUs());
    print(record, expected, { format: options.format, signOff });
    if (signOff === null && asksForSignOff(record)) console.error(howToSignOff(run));
  } else {
    const record = judgeFiles(input, options.record);
    print(record, expected, { format: options.format, signOff: null });
    if (options.record === undefined && options.format === "text") {
      console.error("Without --record FILE attempts are not counted: this is called attempt 1.");
    }
  }
}

function judgeFiles(read: GateSubject, path: string | undefined): GateRecord {
  const hashes = hashInput(read, sha256);
  const { name, sha256: hash } = read.cohort;
  const tried = { release: read.candidate.release, cohort: { name, sha256: hash } };
  const kept = path === undefined || !existsSync(path) ? null : readGateFile(path);
  const { candidate, cohort } = hashes;
  const earlier = kept === null ? [] : findEarlierAttempts(kept, { ...tried, candidate });
  const judged = kept === null ? [] : findJudgedOtherwise(findRecordsOf(kept, tried), hashes);
  const repeated = kept === null ? [] : findRepeatedRuns(kept, cohort, metricOf(read));
  const input = {
    ...read,
    repeatedRun: read.repeatedRun ?? chooseRepeatedRun(repeated, read),
    earlierAttempts: [...earlier],
    judgedOtherwise: [...judged],
  };
  requireDecidable(input);
  const record = makeRecord(input, sha256);
  if (path !== undefined) keep(path, formatRecord(record));
  return record;
}

function print(
  record: GateRecord,
  expected: ExpectedOutcomes,
  { format, signOff }: Pick<GateOptions, "format"> & { readonly signOff: SignOff | null },
): void {
  process.stdout.write(reports[format](record, expected, signOff));
  process.exitCode = signOff === null ? record.verdict.exitCode : 0;
}

type Report = (record: GateRecord, expected: ExpectedOutcomes, signOff: SignOff | null) => string;

const reports: Readonly<Record<GateOptions["format"], Report>> = {
  text: ({ verdict, input }, ...of) => textReport(describeVerdict(verdict, input, ...of)),
  json: jsonReport,
  markdown: ({ verdict, input }, ...of) => markdownReport(describeVerdict(verdict, input, ...of)),
  junit: ({ verdict, input }, ...of) =>
    junitReport(describeVerdict(verdict, input, ...of), input.policy),
};

/** Appends a record, unless the file has it: judging the same outcomes again tells nothing new. */
function keep(path: string, line: string): void {
  const isKept = existsSync(path) && readFileSync(path, "utf8").split("\n").includes(line);
  if (!isKept) appendFileSync(path, `${line}\n`);
}
