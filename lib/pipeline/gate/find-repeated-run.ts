import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { RepeatedRun, Run } from "@/lib/domain/gate/run";
import { chooseRepeatedRun, isRepeated, repeatedRunOf } from "@/lib/gate/repeated-runs";
import { runOfReplays } from "@/lib/gate/run-of-replays";
import { scoreItems } from "@/lib/gate/score-items";
import type { Database } from "@/lib/store/port";
import { readReplays } from "@/lib/store/gate/replays";
import { isOfCohort, listRuns } from "./find-stored";

type Judged = {
  readonly cohort: Parameters<typeof isOfCohort>[1] & { readonly items: readonly CohortItem[] };
  readonly metric: string;
  readonly candidate: Run;
  readonly baseline: Run | null;
};

/** The stored run on a cohort whose flip rate says most of a candidate that ran each case once; null: there is none. */
export async function findRepeatedRun(
  db: Database,
  { cohort, metric, candidate, baseline }: Judged,
): Promise<RepeatedRun | null> {
  if (isRepeated(candidate)) return null;
  const found: RepeatedRun[] = [];
  for (const head of await listRuns(db)) {
    if (head.replays <= head.items || !isOfCohort(head.cohorts, cohort)) continue;
    const run = runOfReplays({ ...head, replays: await readReplays(db, head.run) }, cohort, metric);
    const known = repeatedRunOf(scoreItems(cohort.items, run, metric, "").figures);
    if (known !== null) found.push(known);
  }
  return chooseRepeatedRun(found, { candidate, baseline });
}
