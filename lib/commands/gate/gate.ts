import { appendFileSync, existsSync, readFileSync } from "node:fs";
import { Option, type Command } from "commander";
import { DomainError } from "@/lib/domain/domain-error";
import { describeVerdict } from "@/lib/format/gate/describe-verdict";
import { formatRecord, makeRecord, type GateRecord } from "@/lib/gate/record";
import { jsonReport } from "@/lib/gate/report/json-report";
import { junitReport } from "@/lib/gate/report/junit-report";
import { markdownReport } from "@/lib/gate/report/markdown-report";
import { textReport } from "@/lib/gate/report/text-report";
import { sha256 } from "@/lib/pipeline/packs/sha256";
import { explainRecords } from "./explain-records";
import { readGateInput, type GateFiles } from "./read-gate-input";

const formats = ["text", "json", "markdown", "junit"] as const;

type GateOptions = Partial<GateFiles> & {
  readonly format: (typeof formats)[number];
  readonly explain?: string;
};

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

Exit codes: 0 pass (proven, or not proven where the policy allows that), 1 block, 2 invalid or unreadable.
Keep the file of --record: attempts are counted in it, and --explain decides its verdicts again.`;

/** `throughline gate`: says whether a release may ship, by a cohort replayed on it. */
export function addGate(program: Command): void {
  program
    .command("gate")
    .description("say whether a release may ship, from a cohort's scored replays")
    .option("--cohort <file>", "the cohort's cases, JSON Lines")
    .option("--candidate <file>", "outcomes of the release, JSON Lines")
    .option("--baseline <file>", "outcomes of the release before it, on the same cohort")
    .option("--min <share>", "least share of resolved cross-channel cases, such as 0.78")
    .option("--policy <file>", "what the gate asks, YAML")
    .option("--labels <file>", "people's labels, to measure the evaluator's error, JSON Lines")
    .option("--record <file>", "append the verdict with its inputs here, and count attempts in it")
    .addOption(new Option("--format <format>", "of the output").choices(formats).default("text"))
    .option("--explain <file>", "decide the verdicts of a --record file again, and compare")
    .addHelpText("after", help)
    .action((options: GateOptions) => {
      if (options.explain === undefined) runGate(options);
      else explainRecords(options.explain);
    });
}

function runGate({ cohort, candidate, format, ...files }: GateOptions): void {
  if (cohort === undefined || candidate === undefined) {
    throw new DomainError(
      "invalid-input",
      "Give --cohort and --candidate, or --explain; throughline gate --help shows an example.",
    );
  }
  const record = makeRecord(readGateInput({ ...files, cohort, candidate }), sha256);
  if (files.record !== undefined) keep(files.record, formatRecord(record));
  process.stdout.write(reports[format](record));
  process.exitCode = record.verdict.exitCode;
}

const reports: Readonly<Record<(typeof formats)[number], (record: GateRecord) => string>> = {
  text: ({ verdict, input }) => textReport(describeVerdict(verdict, input)),
  json: jsonReport,
  markdown: ({ verdict, input }) => markdownReport(describeVerdict(verdict, input)),
  junit: ({ verdict, input }) => junitReport(describeVerdict(verdict, input), input.policy),
};

/** Appends a record, unless the file has it: judging the same outcomes again tells nothing new. */
function keep(path: string, line: string): void {
  const isKept = existsSync(path) && readFileSync(path, "utf8").split("\n").includes(line);
  if (!isKept) appendFileSync(path, `${line}\n`);
}
