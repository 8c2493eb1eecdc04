import type { CohortItem, FrozenCohort } from "@/lib/domain/gate/cohort";
import type { GateAction } from "@/lib/domain/gate/gate-action";
import type { Replay } from "@/lib/domain/gate/replay";
import type { Run, RunOutcome } from "@/lib/domain/gate/run";
import { expectedActions, outcomeByActions } from "./expected-actions";

/** A run as it is stored. */
export type BroughtRun = {
  readonly run: string;
  /** Null: the release that its replays name, if they name one. */
  readonly release: string | null;
  /** Hash of the cohort; null: as its replays say. */
  readonly cohort: string | null;
  /** Items of which no replay came, and why. */
  readonly missing: readonly { readonly item: string; readonly why: string }[];
  readonly replays: readonly (Replay & {
    readonly release: string | null;
    readonly cohort: string | null;
    readonly outcomes: readonly RunOutcome[];
    readonly actions: readonly GateAction[] | null;
  })[];
};

type NamedCohort = Pick<FrozenCohort, "name" | "version" | "sha256"> & {
  readonly items: readonly Pick<CohortItem, "id" | "actions">[];
};

/** The evaluator that decides unless the policy names another. */
export const defaultMetric = "conversation_resolution";

/**
 * Makes of a stored run what the gate judges: the outcomes of one evaluator. An item without a replay, or whose replay
 * that evaluator says nothing of, is not scored, and its error says why.
 */
export function runOfReplays(brought: BroughtRun, cohort: NamedCohort, metric: string): Run {
  const { run, missing, replays } = brought;
  const firstRepeat = replays.reduce((least, { repeat }) => Math.min(least, repeat), Infinity);
  const replayed = new Set(replays.map(({ item }) => item));
  const expected = new Map(cohort.items.map((each) => [each.id, each.actions]));
  const why = new Map(missing.map((each) => [each.item, each.why]));
  const absent = cohort.items.filter(({ id }) => !replayed.has(id));
  const releases = new Set(replays.flatMap(({ release }) => release ?? []));
  const [only = run] = releases;
  return {
    release: brought.release ?? (releases.size === 1 ? only : run),
    cohort: brought.cohort ?? statedCohort(replays, cohort),
    outcomes: [
      ...replays.map(({ item, repeat, outcomes, actions, ...replay }) => {
        const foreign = brought.release !== null && (replay.release ?? brought.release);
        if (foreign !== false && foreign !== brought.release) {
          return notScored(item, repeat, `its traces are of the release ${foreign}`);
        }
        if (metric === expectedActions.name) {
          return outcomeByActions({ item, repeat }, expected.get(item), actions, outcomes);
        }
        const scored = outcomes.find(({ evaluator }) => evaluator === metric);
        if (scored !== undefined) return scored;
        const critical = [...new Set(outcomes.flatMap((each) => each.critical))].sort();
        const failed = outcomes.find(({ evaluator }) => evaluator === null)?.error;
        const why = failed ?? `${metric} says nothing of this replay`;
        const unscored = notScored(item, repeat, why);
        return { ...unscored, critical };
      }),
      ...absent.map(({ id }) => {
        const repeat = replays.length === 0 ? 1 : firstRepeat;
        return notScored(id, repeat, why.get(id) ?? "no replay of it came");
      }),
    ].sort((a, b) => (a.item === b.item ? a.repeat - b.repeat : a.item < b.item ? -1 : 1)),
  };
}

/**
 * The hash that replays state of their cohort; null: none states one. A name alone says which cohort was replayed and
 * not which version, so it decides nothing unless it is of another cohort.
 */
function statedCohort(
  replays: BroughtRun["replays"],
  { name, version, sha256 }: NamedCohort,
): string | null {
  const stated = [...new Set(replays.flatMap(({ cohort }) => cohort ?? []))].sort();
  const exact = new Set([sha256, `${name}@${String(version)}`]);
  const foreign = stated.find((each) => each !== name && !exact.has(each));
  return foreign ?? (stated.some((each) => exact.has(each)) ? sha256 : null);
}

function notScored(item: string, repeat: number, error: string): RunOutcome {
  return {
    ...{ item, repeat, score: null, error, evaluator: null, version: null },
    ...{ channels: null, critical: [] },
  };
}
