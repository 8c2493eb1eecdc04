import "server-only";
import type { DerivedCase } from "@/lib/domain/case/case";
import { replayCaseId } from "@/lib/domain/gate/replay";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { rankCommonAttributes } from "@/lib/gate/common-attributes";
import { compareRuns } from "@/lib/gate/compare-by";
import { expectedActions } from "@/lib/gate/expected-actions";
import type { GateRecord } from "@/lib/gate/record";
import { runOfReplays } from "@/lib/gate/run-of-replays";
import type { Database } from "@/lib/store/port";
import {
  readReplayedCases,
  readReplays,
  readRunRevision,
  type ReplayRow,
} from "@/lib/store/gate/replays";
import type { RunHead } from "@/lib/store/gate/run-heads";
import type { Recomputed } from "./load-verdicts";
import { inChannelOrder, type JudgedFacts, type PartCompared } from "./prepare-judged";
import { attributesOf, endedOn } from "./replay-attributes";

/** The stored run that a verdict compared with. */
export type Baseline = { readonly head: RunHead; readonly replays: readonly ReplayRow[] };

/** Reads the stored run that a verdict compared with: of that release the one with the same outcomes, else the latest. */
export async function readBaseline(
  reader: Database,
  heads: readonly RunHead[],
  of: {
    readonly run: string;
    readonly record: GateRecord;
    readonly cohort: StoredCohort | null;
  },
): Promise<Baseline | null> {
  const { run, record } = of;
  const { baseline, cohort } = record.input;
  if (baseline === null) return null;
  const ofRelease = heads.filter(
    (each) =>
      each.run !== run &&
      (each.run === baseline.release || each.releases.includes(baseline.release)),
  );
  const outcomes = JSON.stringify(baseline.outcomes);
  let latest: Baseline | null = null;
  for (const head of ofRelease) {
    const found = { head, replays: await readReplays(reader, head.run) };
    const judged = runOfReplays(
      { ...head, replays: found.replays },
      { ...cohort, version: 0, items: of.cohort?.items ?? cohort.items },
      record.verdict.figures.metric,
    );
    if (JSON.stringify(judged.outcomes) === outcomes) return found;
    latest ??= found;
  }
  return latest;
}

type OfRun = {
  readonly cohort: StoredCohort | null;
  readonly head: RunHead;
  readonly replays: readonly ReplayRow[];
  readonly derived: ReadonlyMap<string, DerivedCase>;
  readonly baseline: Baseline | null;
};

/** Computed of every replay of the run, and the same as long as none of them changes. */
type Facts = Pick<JudgedFacts, "parts" | "common">;
const remembered = new WeakMap<
  Database,
  readonly { readonly key: string; readonly facts: Facts }[]
>();
const rememberedMax = 4;

/** What a run's verdict rests on, as the page shows it. */
export async function readJudgedFacts(
  db: Database,
  { record, differing }: Recomputed,
  of: Omit<OfRun, "derived">,
): Promise<JudgedFacts> {
  const { run } = of.head;
  const revisions = [run, of.baseline?.head.run ?? ""].map((each) => readRunRevision(db, each));
  const key = JSON.stringify([run, record.hashes, of.cohort?.sha256, await Promise.all(revisions)]);
  const known = remembered.get(db) ?? [];
  const before = known.find((each) => each.key === key);
  if (before !== undefined) return { record, differing, ...before.facts };
  const facts = factsOf(record, { ...of, derived: await readReplayedCases(db, run) });
  remembered.set(db, [{ key, facts }, ...known].slice(0, rememberedMax));
  return { record, differing, ...facts };
}

function factsOf(record: GateRecord, of: OfRun): Facts {
  const { figures } = record.verdict;
  const failing = new Set(figures.unresolved);
  const unscored = new Set(figures.candidate.unscored.map(({ item }) => item));
  const items = record.input.cohort.items.filter(
    ({ id, channels }) =>
      !unscored.has(id) && (record.input.policy.scope === "all" || new Set(channels).size > 1),
  );
  return {
    parts: partsOf(record, of),
    common: rankCommonAttributes(
      items.map((item) => ({
        isFailing: failing.has(item.id),
        attributes: attributesOf(item, rowsOf(of, item.id), figures.metric),
      })),
    ),
  };
}

/** An item's replays with their derived cases. */
export function rowsOf({ replays, derived }: Pick<OfRun, "replays" | "derived">, item: string) {
  return replays
    .filter((each) => each.item === item)
    .map((row) => ({ row, derived: derived.get(replayCaseId(row)) ?? null }));
}

/** The difference of the verdict's own metric, all and by channel, and that of each other evaluator. */
function partsOf(record: GateRecord, of: OfRun): readonly PartCompared[] {
  const { input, verdict } = record;
  const { baseline, cohort } = of;
  if (input.baseline === null) return [];
  const { items } = input.cohort;
  const { scope } = input.policy;
  const { metric } = verdict.figures;
  const own = { items, candidate: input.candidate, baseline: input.baseline, metric, scope };
  const last = new Map(items.map(({ id }) => [id, endedOn(rowsOf(of, id))]));
  const ended = inChannelOrder([...last.values()].flatMap((channel) => channel ?? []));
  const byChannel = ended.map((channel) => ({
    ...{ channel, evaluator: null },
    paired: compareRuns(own, ({ id }) => last.get(id) === channel),
  }));
  const named = (rows: readonly ReplayRow[]) =>
    new Set(rows.flatMap(({ outcomes }) => outcomes.flatMap(({ evaluator }) => evaluator ?? [])));
  const common = baseline === null ? new Set<string>() : named(baseline.replays);
  const statesActions = cohort?.items.some(({ actions }) => actions !== undefined) === true;
  const evaluators = [
    ...[...named(of.replays)].filter((each) => common.has(each)),
    ...(statesActions ? [expectedActions.name] : []),
  ].filter((each) => each !== metric);
  const byEvaluator =
    baseline === null || cohort === null
      ? []
      : evaluators.sort().map((evaluator) => ({
          ...{ channel: null, evaluator },
          paired: compareRuns({
            ...{ items, metric: evaluator, scope },
            candidate: runOfReplays({ ...of.head, replays: of.replays }, cohort, evaluator),
            baseline: runOfReplays(
              { ...baseline.head, replays: baseline.replays },
              cohort,
              evaluator,
            ),
          }),
        }));
  const all = { channel: null, evaluator: null, paired: compareRuns(own) };
  return [all, ...byChannel, ...byEvaluator].flatMap(({ paired, ...part }) =>
    paired === null ? [] : [{ ...part, paired }],
  );
}
