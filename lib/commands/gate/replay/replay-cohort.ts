import {
  closeSync,
  createReadStream,
  existsSync,
  mkdtempSync,
  openSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { DomainError } from "@/lib/domain/domain-error";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import { formatCounted } from "@/lib/format/format";
import { formatCohort } from "@/lib/gate/cohort/freeze-cohort";
import { noMapping } from "@/lib/gate/read/read-mapping";
import { importRun, type RunImported } from "@/lib/pipeline/gate/import-run";
import type { Input } from "@/lib/pipeline/intake/ingest-file";
import { nowUs } from "@/lib/clock/server";
import type { Workspace } from "@/lib/pipeline/worker/workspace";
import { createProgress } from "../../progress";
import { receiveExports } from "./receive-exports";
import { runShell, type ShellEnd } from "./run-shell";

export type Replaying = {
  readonly command: string;
  readonly timeout: { readonly text: string; readonly ms: number };
  readonly run: string;
  readonly release: string;
  readonly cohort: {
    readonly name: string;
    readonly sha256: string;
    readonly items: readonly CohortItem[];
  };
};

/**
 * Runs a team's command that replays a cohort's cases, and stores what it exports as a run: what it prints or writes to
 * {out}, and what it sends to the endpoint that its environment names. What came of a command that fails is stored too;
 * each item without a replay has the reason.
 * @throws DomainError if this process was told to end; nothing is stored then
 */
export async function replayCohort(db: Workspace, replaying: Replaying): Promise<RunImported> {
  const { run, release, cohort, timeout } = replaying;
  const folder = mkdtempSync(join(tmpdir(), "throughline-replay-"));
  try {
    console.error(
      `Replaying ${formatCounted(cohort.items.length, "case")} of ${cohort.name} as ${run}, for at most ${timeout.text}.`,
    );
    const { end, files } = await runIn(folder, replaying);
    if (end.kind === "interrupted") {
      throw new DomainError("invalid-input", "Interrupted; nothing of the replay was stored.");
    }
    const why = whyMissing(end, timeout.text);
    console.error(`The command ${endWords(end, timeout.text)}.`);
    const given = { run, release, cohort, mapping: noMapping, whyMissing: why, file: noContext };
    const inputs = files.filter((file) => existsSync(file) && statSync(file).size > 0);
    return await importRun(db, inputs.map(inputOf), given, { nowUs, startStep: createProgress });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const noContext = { scenario: null, channel: null, leg: null, repeat: null };

async function runIn(
  folder: string,
  { command, timeout, run, release, cohort }: Replaying,
): Promise<{ readonly end: ShellEnd; readonly files: readonly string[] }> {
  const paths = { cases: join(folder, "cases.jsonl"), out: join(folder, "traces.out") };
  // Without what it should change, which is what it is judged by.
  writeFileSync(paths.cases, formatCohort(cohort.items.map(({ actions: _, ...item }) => item)));
  const printed = join(folder, "printed.out");
  const writesFile = /\{(out|traces)\}/u.test(command);
  const filled = command
    .replaceAll("{cases}", () => quoted(paths.cases))
    .replaceAll(/\{(out|traces)\}/gu, () => quoted(paths.out));
  const progress = createProgress("replaying, bytes sent", null);
  const receiver = await receiveExports(folder, progress.update);
  const stdout = openSync(printed, "w");
  try {
    const env = {
      THROUGHLINE_RUN: run,
      THROUGHLINE_RELEASE: release,
      THROUGHLINE_COHORT: cohort.sha256,
      THROUGHLINE_CASES: paths.cases,
      OTEL_EXPORTER_OTLP_ENDPOINT: receiver.endpoint,
      OTEL_RESOURCE_ATTRIBUTES: resourceAttributes({
        "throughline.run": run,
        "throughline.cohort": cohort.sha256,
        release,
      }),
    };
    const end = await runShell(filled, { env, stdout, timeoutMs: timeout.ms });
    return { end, files: [writesFile ? paths.out : printed, ...receiver.files] };
  } finally {
    progress.done();
    closeSync(stdout);
    await receiver.close();
  }
}

/** What the environment has already, and ours after it: the last of a name counts. */
function resourceAttributes(own: Readonly<Record<string, string>>): string {
  const given = process.env["OTEL_RESOURCE_ATTRIBUTES"] ?? "";
  const pairs = Object.entries(own).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return [...(given === "" ? [] : [given]), ...pairs].join(",");
}

function quoted(path: string): string {
  return `'${path.replaceAll("'", String.raw`'\''`)}'`;
}

function inputOf(path: string): Input {
  return { name: basename(path), bytes: statSync(path).size, open: () => createReadStream(path) };
}

function endWords(end: ShellEnd, timeout: string): string {
  switch (end.kind) {
    case "exited":
      return `exited with code ${String(end.code)}`;
    case "killed":
      return `was ended by ${end.signal}`;
    case "timed-out":
      return `timed out after ${timeout}`;
    case "interrupted":
      return "was interrupted";
  }
}

function whyMissing(end: ShellEnd, timeout: string): string {
  return end.kind === "exited" && end.code === 0
    ? "the command ended without a replay of it"
    : `the command ${endWords(end, timeout)}`;
}
