import type { Database } from "../port";
import { readRunSummaries, type RunSummary } from "./replays";
import { readStoredRuns, type StoredRun } from "./runs";

/** A run with what is known of it without its replays. */
export type RunHead = Pick<StoredRun, "run" | "missing"> & {
  /** As a command stated it; null: as its replays say. */
  readonly release: string | null;
  /** Hash of the cohort; null: as its replays say. */
  readonly cohort: string | null;
  readonly releases: readonly string[];
  /** What it says of its cohort: names or hashes. */
  readonly cohorts: readonly string[];
  readonly items: number;
  readonly replays: number;
  /** When it came or was replayed, microseconds since 1970; null: not known. */
  readonly atUs: number | null;
};

/** Every run, the latest first. */
export async function readRunHeads(db: Database): Promise<readonly RunHead[]> {
  const summaries = new Map((await readRunSummaries(db)).map((each) => [each.run, each]));
  const stored = new Map((await readStoredRuns(db)).map((each) => [each.run, each]));
  return [...new Set([...summaries.keys(), ...stored.keys()])]
    .map((run) => headOf(run, summaries.get(run), stored.get(run)))
    .sort((a, b) => (b.atUs ?? 0) - (a.atUs ?? 0) || (a.run < b.run ? -1 : 1));
}

function headOf(
  run: string,
  summary: RunSummary | undefined,
  stored: StoredRun | undefined,
): RunHead {
  const releases = [...(summary?.releases ?? [])];
  const cohorts = [...(summary?.cohorts ?? [])];
  if (stored !== undefined && !releases.includes(stored.release)) releases.push(stored.release);
  if (stored?.cohort != null && !cohorts.includes(stored.cohort)) cohorts.push(stored.cohort);
  return {
    run,
    release: stored?.release ?? null,
    cohort: stored?.cohort ?? null,
    missing: stored?.missing ?? [],
    ...{ releases, cohorts, items: summary?.items ?? 0, replays: summary?.replays ?? 0 },
    atUs: stored?.createdUs ?? summary?.toUs ?? null,
  };
}
