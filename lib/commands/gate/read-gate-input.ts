import { existsSync } from "node:fs";
import { basename, extname } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { DomainError } from "@/lib/domain/domain-error";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { GateInput, GateSubject } from "@/lib/domain/gate/gate-input";
import type { GatePolicy } from "@/lib/domain/gate/policy";
import type { Run } from "@/lib/domain/gate/run";
import type { ExpectedOutcomes } from "@/lib/format/gate/describe-verdict";
import { judgedCohort } from "@/lib/gate/cohort/judged-cohort";
import { hashCohort } from "@/lib/gate/gate-hashes";
import { readCohort } from "@/lib/gate/read/read-cohort";
import { readLabels } from "@/lib/gate/read/read-labels";
import { readPolicy } from "@/lib/gate/read/read-policy";
import { headOf, type GateFile } from "@/lib/gate/read/read-rows";
import { readRun } from "@/lib/gate/read/read-run";
import { expectedActions } from "@/lib/gate/expected-actions";
import { defaultMetric, runOfReplays, type BroughtRun } from "@/lib/gate/run-of-replays";
import { findRepeatedRun } from "@/lib/pipeline/gate/find-repeated-run";
import { findCohort, findRun } from "@/lib/pipeline/gate/find-stored";
import { readWorkspaceLabels } from "@/lib/pipeline/gate/workspace-labels";
import { sha256 } from "@/lib/store/sha256";
import type { Workspace } from "@/lib/pipeline/worker/workspace";
import type { GateOptions } from "./gate-options";
import { readGateFile } from "./read-gate-file";

/** What a verdict is decided by, but for the attempts before it. */
export type ReadInput = {
  readonly input: GateSubject;
  readonly expected: ExpectedOutcomes;
  /** The candidate's name where it is a stored run; null: it is a file. */
  readonly run: string | null;
};

export type RequiredOptions = GateOptions & { readonly cohort: string; readonly candidate: string };

/**
 * Reads what a verdict is decided by.
 * @param db where values that are no files are looked up; null: all are files
 * @throws DomainError that says what is wrong and where
 */
export async function readGateInput(
  options: RequiredOptions,
  db: Workspace | null,
): Promise<ReadInput> {
  const policy = readGatePolicy(options);
  const cohort = await readNamedCohort(options.cohort, db);
  const metric = policy.metric ?? defaultMetric;
  const candidate = await readNamedRun(options.candidate, { cohort, metric, db });
  const { baseline } = options;
  const compared =
    baseline === undefined ? null : await readNamedRun(baseline, { cohort, metric, db });
  if (compared !== null && isSameRun(candidate, compared)) {
    throw new DomainError(
      "invalid-input",
      `${candidate.run ?? candidate.judged.release} is the candidate and its own baseline; give the run of another release.`,
    );
  }
  const input = {
    cohort: judgedCohort(cohort),
    candidate: candidate.judged,
    baseline: compared?.judged ?? null,
    ...(await labelsFor(options, metric, candidate.run === null ? null : db)),
    repeatedRun: null,
    policy,
  };
  const repeatedRun = db === null ? null : await findRepeatedRun(db, { ...input, cohort, metric });
  return {
    input: { ...input, repeatedRun },
    expected: expectedOf(cohort.items),
    run: candidate.run,
  };
}

/** One stored run, or files of one release with the same outcomes. */
function isSameRun(a: NamedRun, b: NamedRun): boolean {
  if (a.run !== null || b.run !== null) return a.run === b.run;
  const { release, outcomes } = a.judged;
  return release === b.judged.release && isDeepStrictEqual(outcomes, b.judged.outcomes);
}

/** The labels of the file that is given, else those that the workspace of a stored run has. */
async function labelsFor(
  { labels }: GateOptions,
  metric: string,
  db: Workspace | null,
): Promise<Pick<GateInput, "labels" | "labelSource">> {
  if (labels !== undefined) {
    return { labels: [...readLabels(readGateFile(labels))], labelSource: null };
  }
  return db === null ? { labels: [], labelSource: null } : readWorkspaceLabels(db, metric);
}

/** @throws DomainError that says what is wrong and where */
export function readGatePolicy({ policy, min }: GateOptions): GatePolicy {
  const file = policy === undefined ? null : readGateFile(policy);
  return readPolicy(file, min === undefined ? null : readMinimum(min));
}

export function expectedOf(items: readonly CohortItem[]): ExpectedOutcomes {
  return new Map(items.map(({ id, expected }) => [id, expected]));
}

export type NamedCohort = Awaited<ReturnType<typeof readNamedCohort>>;

/** A cohort's file, or the stored cohort of this name. */
export async function readNamedCohort(named: string, db: Workspace | null) {
  if (db !== null && !existsSync(named)) return findCohort(db, named);
  const cohort = readCohort(readGateFile(named), nameOf(named));
  return { ...cohort, version: 1, sha256: hashCohort(cohort.items, sha256) };
}

/** `run` is the name of a stored run; null: a file. */
type NamedRun = { readonly judged: Run; readonly run: string | null };

/** Rows of outcomes in a file, or the stored run of this name. */
async function readNamedRun(
  named: string,
  of: { readonly cohort: NamedCohort; readonly metric: string; readonly db: Workspace | null },
): Promise<NamedRun> {
  if (of.db === null || existsSync(named)) {
    const file = readGateFile(named);
    requireOutcomes(file, named);
    return { judged: readRun(file, nameOf(named)), run: null };
  }
  const { brought, note } = await findRun(of.db, named, of.cohort);
  if (note !== null) console.error(note);
  requireJudgeable(brought, of);
  return { judged: runOfReplays(brought, of.cohort, of.metric), run: brought.run };
}

/** @throws DomainError if a file holds traces, packed or not, which have no outcomes yet */
function requireOutcomes(file: GateFile, path: string): void {
  const { name } = file;
  const head = headOf(file);
  const isPacked = head.startsWith("\u001F\uFFFD");
  if (!isPacked && !head.slice(0, 1000).includes('"resourceSpans"')) return;
  throw new DomainError(
    "invalid-input",
    `${name} holds traces, not outcomes; bring them first, and give the run's name here: throughline run import ${path} --run NAME --release RELEASE --cohort COHORT.`,
  );
}

/** @throws DomainError where attempts could not be counted, or nobody scored what is asked for */
function requireJudgeable(
  { run, release, replays }: BroughtRun,
  { metric, cohort }: { readonly metric: string; readonly cohort: NamedCohort },
): void {
  if (release === null && replays.every((each) => each.release === null)) {
    throw new DomainError(
      "invalid-input",
      `The replays of ${run} name no release, so its attempts cannot be counted; send release on them, or bring them with: throughline run import FILE --run ${run} --release RELEASE.`,
    );
  }
  if (metric === expectedActions.name) {
    requireActions(cohort);
    return;
  }
  const named = new Set(replays.flatMap(({ outcomes }) => outcomes.map((each) => each.evaluator)));
  if (replays.length === 0 || named.has(metric)) return;
  const known = [...named].filter((each) => each !== null).sort();
  throw new DomainError(
    "invalid-input",
    `No replay of ${run} is scored by ${metric}; there are ${known.join(", ")}.`,
  );
}

function requireActions({ name, items }: NamedCohort): void {
  if (items.some(({ actions }) => actions !== undefined)) return;
  throw new DomainError(
    "invalid-input",
    `No case of ${name} states its expected actions; take those of an approved run: throughline cohort expect ${name} --from RUN.`,
  );
}

/** "runs/v15.jsonl" → "v15" */
function nameOf(path: string): string {
  return basename(path, extname(path));
}

/** A share as a decimal or in per cent: "0.78", "78%". */
function readMinimum(text: string): number {
  const [, decimal, percent] =
    /^(?:([01]|[01]?\.\d{1,9})|(\d{1,3}(?:\.\d{1,7})?)%)$/u.exec(text) ?? [];
  const share =
    percent === undefined ? Number(decimal) : Number((Number(percent) / 100).toPrecision(9));
  if (share >= 0 && share <= 1) return share;
  throw new DomainError(
    "invalid-input",
    `--min is ${text}; give a share from 0 to 1 or in per cent, such as 0.78 or 78%.`,
  );
}
