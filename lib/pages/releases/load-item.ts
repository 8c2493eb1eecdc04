import "server-only";
import { z } from "zod";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import type { Replay } from "@/lib/domain/gate/replay";
import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { RunOutcome } from "@/lib/domain/gate/run";
import { groupBy } from "@/lib/format/group-by";
import { expectedActions, judgeActions } from "@/lib/gate/expected-actions";
import { decisiveVerdict } from "@/lib/gate/outcome-of-case";
import { defaultMetric } from "@/lib/gate/run-of-replays";
import { readCohort } from "@/lib/store/gate/cohorts";
import { readReplayedCase, readReplaysOfItem, type ReplayRow } from "@/lib/store/gate/replays";
import { readStoredRuns, type StoredRun } from "@/lib/store/gate/runs";
import { readVerdictsOf } from "@/lib/store/gate/verdicts";
import type { Database } from "@/lib/store/port";
import { cohortItemView } from "../cohorts/cohort-item-model";
import { cohortHref } from "../cohorts/url";
import type { ReplayItemModel } from "./item-model";
import { createShownText } from "../trace/load-shown-text";
import { readGiven } from "./load-given";
import { sideBySideHref, type ReplayQuery } from "./item-url";
import { prepareReplayItem, type ReplayScore, type ReplaySide } from "./prepare-item";

/**
 * Reads two replays of a cohort's item.
 * @param halfOfName as masking writes it: with it names in instructions are as readable as in the conversation
 * @returns null where the run has no replay of the item, or the viewer sees some regions or teams only: replays are of
 * none
 */
export async function loadReplayItem(
  { path, scope }: SeenWorkspace,
  { run, item }: Pick<Replay, "run" | "item">,
  query: ReplayQuery,
  halfOfName: HalfOfName,
): Promise<ReplayItemModel | null> {
  const reader = scope === null ? workspaceReader(path) : null;
  if (reader === null) return null;
  const byRun = groupBy(await readReplaysOfItem(reader, item), (replay) => replay.run);
  const own = inOrder(byRun.get(run) ?? []);
  const replay = own.find(({ repeat }) => repeat === query.repeat) ?? own[0];
  if (replay === undefined) return null;
  byRun.delete(run);
  const judged = await readJudged(reader, run);
  const stored = await readStoredRuns(reader);
  const ownRun = stored.find((each) => each.run === run);
  const frozen = await readFrozen(reader, item, [ownRun?.cohort, judged.cohort, replay.cohort]);
  const shown = { halfOfName, expected: frozen?.item.actions };
  const candidate = await readSide(reader, replay, shown);
  if (candidate === null) return null;
  const against = query.against ?? chooseBaseline([...byRun.values()], judged.baseline);
  const others = inOrder(byRun.get(against ?? "") ?? []);
  const other = others.find(({ repeat }) => repeat === replay.repeat) ?? others[0];
  const hrefOf = (change: Partial<ReplayQuery>) =>
    sideBySideHref({ run, item }, { ...query, ...change });
  const repeats = own.map(({ repeat }) => ({
    words: `Repeat ${String(repeat)}`,
    href: hrefOf({ repeat }),
    isChosen: repeat === replay.repeat,
  }));
  const runs = [...byRun.keys()].map((each) => ({
    words: each,
    href: hrefOf({ against: each }),
    isChosen: each === against,
  }));
  return prepareReplayItem({
    candidate,
    baseline: other === undefined ? null : await readSide(reader, other, shown),
    metric: judged.metric,
    frozen: frozen === null ? null : frozenView(frozen),
    withoutBaseline: other === undefined ? whyNone(against, item, stored) : "",
    repeats: repeats.length > 1 ? repeats : [],
    runs: runs.length > 1 ? runs : [],
  });
}

function inOrder(replays: readonly ReplayRow[]): readonly ReplayRow[] {
  return replays.toSorted((a, b) => a.repeat - b.repeat);
}

type SideContext = {
  readonly halfOfName: HalfOfName;
  /** What the case expects to be changed. */
  readonly expected: CohortItem["actions"];
};

async function readSide(
  reader: Database,
  replay: ReplayRow,
  { halfOfName, expected }: SideContext,
): Promise<ReplaySide | null> {
  const derived = await readReplayedCase(reader, replay);
  if (derived === null) return null;
  const scores = replay.outcomes.flatMap((outcome) => scoreOf(outcome, derived));
  if (expected !== undefined) {
    const { name, version } = expectedActions;
    scores.push({ evaluator: name, version, verdict: judgeActions(expected, replay.actions) });
  }
  const given = await readGiven(
    reader,
    replay.caseId,
    createShownText(derived.messages, halfOfName),
  );
  return { ...replay, derived, scores, given };
}

const importedSuffix = " (imported)";

/** The verdict that an outcome rests on, with its reason and evidence; none where the evaluator says nothing. */
function scoreOf({ evaluator, version }: RunOutcome, derived: DerivedCase): readonly ReplayScore[] {
  if (evaluator === null || version === null) return [];
  const isImported = version === "imported";
  const by = {
    name: isImported ? withoutSuffix(evaluator) : evaluator,
    version: isImported ? version : Number(version),
  } as const;
  const verdict = decisiveVerdict(derived, by);
  if (typeof verdict === "string") return [];
  return [{ evaluator, version: by.version, verdict }];
}

function withoutSuffix(name: string): string {
  return name.endsWith(importedSuffix) ? name.slice(0, -importedSuffix.length) : name;
}

type Judged = {
  readonly metric: string;
  /** The release that it was compared with. */
  readonly baseline: string | null;
  /** Hash of the cohort; null: never judged. */
  readonly cohort: string | null;
};

const recordSchema = z.object({
  input: z.object({
    policy: z.object({ metric: z.string().nullable() }),
    baseline: z.object({ release: z.string() }).nullable(),
  }),
});

/** What the latest verdict on a run went by. */
async function readJudged(reader: Database, run: string): Promise<Judged> {
  const verdicts = await readVerdictsOf(reader, run);
  const latest = verdicts.find(({ record }) => record !== null);
  const cohort = verdicts[0]?.cohort ?? null;
  if (latest?.record == null) return { metric: defaultMetric, baseline: null, cohort };
  const read = recordSchema.safeParse(JSON.parse(latest.record));
  if (!read.success) return { metric: defaultMetric, baseline: null, cohort };
  const { policy, baseline } = read.data.input;
  return { metric: policy.metric ?? defaultMetric, baseline: baseline?.release ?? null, cohort };
}

/** The run of a release, else the latest. @param runs their replays of the item, the latest run first */
function chooseBaseline(
  runs: readonly (readonly ReplayRow[])[],
  release: string | null,
): string | null {
  const all = runs.flat();
  const ofRelease = all.find((each) => each.release === release || each.run === release);
  return (release === null ? all[0] : (ofRelease ?? all[0]))?.run ?? null;
}

type FrozenItem = { readonly item: CohortItem; readonly cohort: StoredCohort };

async function readFrozen(
  reader: Database,
  item: string,
  cohorts: readonly (string | null | undefined)[],
): Promise<FrozenItem | null> {
  for (const named of cohorts) {
    const cohort = named == null ? null : await readNamed(reader, named);
    const found = cohort?.items.find(({ id }) => id === item);
    if (cohort === null || found === undefined) continue;
    return { item: found, cohort };
  }
  return null;
}

function frozenView({ item, cohort: { name, version } }: FrozenItem): ReplayItemModel["frozen"] {
  const href = cohortHref(name, { version });
  return { ...cohortItemView(item), cohort: `${name}, version ${String(version)}`, href };
}

/** @param named a hash, a name, or "name@version" */
async function readNamed(reader: Database, named: string) {
  const versioned = /^(.+)@(\d{1,6})$/su.exec(named);
  const exact =
    versioned === null ? null : await readCohort(reader, versioned[1] ?? "", Number(versioned[2]));
  return exact ?? readCohort(reader, named);
}

function whyNone(against: string | null, item: string, stored: readonly StoredRun[]): string {
  if (against === null) return "No other run has a replay of this case.";
  const run = stored.find((each) => each.run === against);
  const why = run?.missing.find((each) => each.item === item)?.why;
  const lacks = `The run ${against} has no replay of this case`;
  return why === undefined ? `${lacks}.` : `${lacks}: ${why}`;
}
