import { DomainError } from "@/lib/domain/domain-error";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { StoredVerdict } from "@/lib/domain/gate/stored-verdict";
import type { Database } from "@/lib/store/port";
import { readCohort } from "@/lib/store/gate/cohorts";
import { readVerdicts } from "@/lib/store/gate/verdicts";

/** A stored verdict with the items of its cohort that are still stored. */
export type VerdictWithItems = {
  readonly stored: StoredVerdict;
  readonly items: readonly CohortItem[];
};

/**
 * The verdicts on a run, or on each run of a release, first to last.
 * @throws DomainError if there is none
 */
export async function findVerdicts(
  db: Database,
  named: string,
): Promise<readonly VerdictWithItems[]> {
  const all = (await readVerdicts(db)).toReversed();
  const ofRun = all.filter(({ run }) => run === named);
  const found = ofRun.length > 0 ? ofRun : all.filter(({ release }) => release === named);
  if (found.length === 0) {
    throw new DomainError(
      "not-found",
      `There is no file "${named}" and no verdict on a run or release of that name; judge it first: throughline gate --cohort NAME --candidate ${named} --min 0.78.`,
    );
  }
  const cohorts = new Map<string, readonly CohortItem[]>();
  for (const { cohort } of found) {
    if (!cohorts.has(cohort)) cohorts.set(cohort, (await readCohort(db, cohort))?.items ?? []);
  }
  return found.map((stored) => ({ stored, items: cohorts.get(stored.cohort) ?? [] }));
}

/** Hashes of all outcomes that were judged; a deleted verdict's among them. */
export async function readJudgedOutcomes(db: Database): Promise<ReadonlySet<string>> {
  return new Set((await readVerdicts(db)).map(({ candidate }) => candidate));
}
