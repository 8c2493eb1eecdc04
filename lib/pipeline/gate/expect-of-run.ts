import { DomainError } from "@/lib/domain/domain-error";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { GateAction } from "@/lib/domain/gate/gate-action";
import type { CohortVersion } from "@/lib/domain/gate/stored-cohort";
import { groupBy } from "@/lib/format/group-by";
import { freezeCohort } from "@/lib/gate/cohort/freeze-cohort";
import { compareActions } from "@/lib/gate/compare-actions";
import type { Database } from "@/lib/store/port";
import { writeCohort } from "@/lib/store/gate/cohorts";
import { readReplays, type ReplayRow } from "@/lib/store/gate/replays";
import { sha256 } from "@/lib/store/sha256";
import { findCohort, findRun } from "./find-stored";

export type ExpectedOfRun = {
  readonly version: CohortVersion;
  /** Cases whose expected actions are those of the run. */
  readonly taken: number;
  /** Cases that stay as they were, and why. */
  readonly left: readonly { readonly item: string; readonly why: string }[];
};

/**
 * Makes the next version of a cohort, whose cases expect what an approved run changed in them.
 * @param only the cases that somebody approved; null: all
 * @param nowUs microseconds since 1970
 * @throws DomainError for a cohort, run or case that there is not, or where the run gives no actions
 */
export async function expectOfRun(
  db: Database,
  named: { readonly cohort: string; readonly run: string; readonly only: readonly string[] | null },
  nowUs: number,
): Promise<ExpectedOfRun> {
  const cohort = await findCohort(db, named.cohort);
  const { run } = (await findRun(db, named.run, cohort)).brought;
  const byItem = groupBy(await readReplays(db, run), ({ item }) => item);
  requireKnown(named.only, cohort.items, cohort.name);
  const chosen = new Set(named.only ?? cohort.items.map(({ id }) => id));
  const found = cohort.items
    .filter(({ id }) => chosen.has(id))
    .map(({ id }) => ({ item: id, approved: actionsOf(byItem.get(id) ?? []) }));
  const taken = new Map(
    found.flatMap(({ item, approved }) =>
      typeof approved === "string" ? [] : [[item, approved] as const],
    ),
  );
  if (taken.size === 0) {
    throw new DomainError("invalid-input", `${run} has no replay whose actions can be expected.`);
  }
  const items = cohort.items.map((item) => {
    const actions = taken.get(item.id);
    return actions === undefined ? item : { ...item, actions: [...actions] };
  });
  const frozen = freezeCohort(cohort.name, cohort.version + 1, items, sha256);
  const version = await db.write((connection) =>
    writeCohort(
      connection,
      {
        ...{ name: cohort.name, items: frozen.items, sha256: frozen.sha256, createdBy: null },
        origin: { kind: "expected", run, of: cohort.version },
      },
      nowUs,
    ),
  );
  const left = found.flatMap(({ item, approved }) =>
    typeof approved === "string" ? [{ item, why: approved }] : [],
  );
  return { version, taken: taken.size, left };
}

/** What the replays of a case changed, or why it cannot be expected. */
function actionsOf(replays: readonly ReplayRow[]): readonly GateAction[] | string {
  const [first, ...others] = replays;
  if (first === undefined) return "no replay of it";
  const { actions } = first;
  if (actions === null) return first.outcomes[0]?.error ?? "its replay cannot be judged";
  const failures = first.outcomes.flatMap(({ critical }) => critical);
  if (failures.length > 0) return `its replay has a critical failure, ${failures[0] ?? ""}`;
  const isSame = others.every((other) => {
    const { missing, unexpected } = compareActions(actions, other.actions ?? []);
    return missing.length === 0 && unexpected.length === 0;
  });
  return isSame ? actions : "its repeats changed different things";
}

function requireKnown(
  only: readonly string[] | null,
  items: readonly CohortItem[],
  cohort: string,
): void {
  const known = new Set(items.map(({ id }) => id));
  const unknown = only?.find((id) => !known.has(id));
  if (unknown === undefined) return;
  throw new DomainError("not-found", `${cohort} has no case ${unknown}; nothing was changed.`);
}
