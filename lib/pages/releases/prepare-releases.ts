import type { SignOff } from "@/lib/domain/gate/stored-verdict";
import type { CohortVersion } from "@/lib/domain/gate/stored-cohort";
import { ruleNames } from "@/lib/format/gate/rule-words";
import { formatCount, formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import { runHref } from "./href";
import type { ReleasesModel, RunLine } from "./releases-model";
import { badgeOf, type VerdictSummary } from "./verdict-words";

/** A run of the list with its latest verdict. */
export type ListedRun = {
  readonly run: string;
  readonly releases: readonly string[];
  readonly cohorts: readonly string[];
  readonly items: number;
  readonly replays: number;
  readonly atUs: number | null;
  readonly verdict: VerdictSummary | null;
  /** Of that verdict. */
  readonly signOff: SignOff | null;
};

/** Prepares the list of runs. @param isDemo whether commands have to name the demo */
export function prepareReleases(
  runs: readonly ListedRun[],
  versions: readonly CohortVersion[],
  isDemo: boolean,
): ReleasesModel {
  const lines = runs.map((run) => lineOf(run, versions));
  const blocked = runs.filter(({ verdict }) => verdict?.verdict === "block").length;
  const judged = runs.filter(({ verdict }) => verdict !== null).length;
  return {
    title: titleOf(runs.length, judged, blocked),
    lines,
    hasCohort: versions.length > 0,
    command: firstCommand(runs, versions, isDemo),
  };
}

function titleOf(runs: number, judged: number, blocked: number): string {
  if (runs === 0) return "No release has been replayed yet";
  if (judged === 0) return `${formatCounted(runs, "run")}, none judged yet`;
  const words = blocked === 0 ? "none blocked" : `${formatCount(blocked)} blocked`;
  return `${formatCounted(judged, "run")} judged, ${words}`;
}

function lineOf(
  { run, releases, cohorts, items, replays, atUs, verdict, signOff }: ListedRun,
  versions: readonly CohortVersion[],
): RunLine {
  const size = formatCounted(items, "case");
  return {
    run,
    href: runHref(run),
    release: releases.length === 0 ? "not named" : joinedByAnd(releases),
    cohort: cohorts.length === 0 ? "not named" : joinedByAnd(cohortNames(cohorts, versions)),
    size: replays > items ? `${size}, ${formatCounted(replays, "replay")}` : size,
    atUs,
    verdict: verdict === null ? null : badgeOf(verdict.verdict, signOff),
    decided: verdict === null ? "" : ruleNames[verdict.decidedBy],
    attempt: verdict === null ? "" : `attempt ${formatCount(verdict.attempt)}`,
  };
}

/** Names of what runs say of their cohorts: hashes as "golden-200, version 2". */
function cohortNames(
  said: readonly string[],
  versions: readonly CohortVersion[],
): readonly string[] {
  const names = said.map((each) => {
    const found = versions.find(({ sha256 }) => sha256 === each);
    if (found !== undefined) return found.name;
    return each.length === 64 ? `${each.slice(0, 12)}…` : each;
  });
  return [...new Set(names)];
}

function firstCommand(
  runs: readonly ListedRun[],
  [cohort]: readonly CohortVersion[],
  isDemo: boolean,
): string {
  const [candidate, baseline] = runs.map(({ run, releases: [release = run] }) => release);
  return gateCommand(
    {
      cohort: cohort?.name ?? "golden-200",
      candidate: candidate ?? "v15",
      baseline: baseline ?? "v14",
      minimum: 0.78,
    },
    isDemo,
  );
}

/** The command that judges a release. */
export function gateCommand(
  of: {
    readonly cohort: string;
    readonly candidate: string;
    readonly baseline: string | null;
    readonly minimum: number | null;
    /** Whether the policy says more than the minimum. */
    readonly hasPolicyFile?: boolean;
  },
  isDemo: boolean,
): string {
  const option = (name: string, value: string | number | null) =>
    value === null ? [] : [`--${name} ${quoted(String(value))}`];
  return [
    "throughline gate",
    ...(isDemo ? ["--workspace demo"] : []),
    ...option("cohort", of.cohort),
    ...option("candidate", of.candidate),
    ...option("baseline", of.baseline),
    ...(of.hasPolicyFile === true ? ["--policy gate.yaml"] : option("min", of.minimum)),
  ].join(" ");
}

/** An argument as a POSIX shell reads it. */
function quoted(text: string): string {
  return /^[\w.@:+-]+$/u.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
