import { DomainError } from "@/lib/domain/domain-error";
import type { CohortVersion, StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { formatCounted } from "@/lib/format/format";
import { joinedByAnd } from "@/lib/format/join-words";
import type { BroughtRun } from "@/lib/gate/run-of-replays";
import type { Database } from "@/lib/store/port";
import { readCohort, readCohortVersions } from "@/lib/store/gate/cohorts";
import { readReplays } from "@/lib/store/gate/replays";
import { readRunHeads, type RunHead } from "@/lib/store/gate/run-heads";

/**
 * Finds a stored cohort with its items.
 * @param named its name, of which the latest version is taken, or "name@version", or its hash
 * @throws DomainError that names the cohorts that there are
 */
export async function findCohort(db: Database, named: string): Promise<StoredCohort> {
  const [, name, version] = /^(.*)@(\d+)$/su.exec(named) ?? [];
  const versioned = name === undefined ? null : await readCohort(db, name, Number(version));
  const found = versioned ?? (await readCohort(db, named));
  if (found !== null) return found;
  const known = [...new Set((await readCohortVersions(db)).map((each) => each.name))].sort();
  const what =
    known.length === 0
      ? "none is stored; make one with: throughline cohort import FILE --name NAME"
      : `stored are ${known.join(", ")}`;
  throw new DomainError("not-found", `There is no file and no cohort "${named}"; ${what}.`);
}

/** Every version of every stored cohort, the latest first. */
export function listCohorts(db: Database): Promise<readonly CohortVersion[]> {
  return readCohortVersions(db);
}

/** Every run, the latest first. */
export function listRuns(db: Database): Promise<readonly RunHead[]> {
  return readRunHeads(db);
}

export type FoundRun = {
  readonly brought: BroughtRun;
  /** Which of several runs of a release was taken, in a sentence; null: there was no choice. */
  readonly note: string | null;
};

/**
 * Finds a stored run with its replays.
 * @param named its name, or a release, of which the latest run on the cohort is taken
 * @throws DomainError that names the runs that there are
 */
export async function findRun(
  db: Database,
  named: string,
  cohort: Pick<StoredCohort, "name" | "version" | "sha256">,
): Promise<FoundRun> {
  const runs = await listRuns(db);
  const exact = runs.find(({ run }) => run === named);
  const ofRelease = runs.filter(
    (each) => each.releases.includes(named) && isOfCohort(each.cohorts, cohort),
  );
  const taken = exact ?? ofRelease[0];
  if (taken === undefined) {
    const others = await cohortsOf(db, named, runs);
    const words = noRunWords(named, cohort.name, runs);
    throw new DomainError("not-found", otherCohortWords(named, cohort, others) ?? words);
  }
  const { run, release, cohort: hash, missing } = taken;
  const replays = await readReplays(db, run);
  const isChosen = exact === undefined && ofRelease.length > 1;
  return {
    brought: { run, release, cohort: hash, missing, replays },
    note: isChosen
      ? `${named} has ${formatCounted(ofRelease.length, "run")} on ${cohort.name}: ${ofRelease.map((each) => each.run).join(", ")}. The latest was taken, ${run}.`
      : null,
  };
}

export function isOfCohort(
  stated: readonly string[],
  { name, version, sha256 }: Pick<StoredCohort, "name" | "version" | "sha256">,
): boolean {
  const known = [name, nameAt({ name, version }), sha256];
  return stated.length === 0 || stated.some((each) => known.includes(each));
}

/** The cohorts that a release was replayed on, as "name@version" where they are stored; the latest first. */
async function cohortsOf(
  db: Database,
  release: string,
  runs: readonly RunHead[],
): Promise<readonly string[]> {
  const versions = await readCohortVersions(db);
  const names = new Map(versions.map((each) => [each.sha256, nameAt(each)]));
  const stated = runs.filter((each) => each.releases.includes(release)).flatMap((r) => r.cohorts);
  return [...new Set(stated.map((cohort) => names.get(cohort) ?? cohort))];
}

function nameAt({ name, version }: Pick<StoredCohort, "name" | "version">): string {
  return `${name}@${String(version)}`;
}

function otherCohortWords(
  release: string,
  cohort: Pick<StoredCohort, "name" | "version">,
  others: readonly string[],
): string | null {
  const [latest] = others;
  if (latest === undefined) return null;
  return `${release} was replayed on ${joinedByAnd(others)}, not on ${nameAt(cohort)}; replay it there, or give --cohort ${latest}.`;
}

/** More runs than this are not named one by one. */
const namedMax = 10;

function noRunWords(named: string, cohort: string, runs: readonly RunHead[]): string {
  if (runs.length === 0) {
    return `There is no file and no run "${named}"; no run is stored, bring one with: throughline run import FILE --run NAME --release RELEASE.`;
  }
  const names = runs.slice(0, namedMax).map(({ run }) => run);
  const more = runs.length > namedMax ? ` and ${String(runs.length - namedMax)} more` : "";
  return `There is no file, no run and no release "${named}" that was run on ${cohort}; stored runs are ${names.join(", ")}${more}.`;
}
