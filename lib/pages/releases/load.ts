import "server-only";
import { createHash } from "node:crypto";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { DerivedCase } from "@/lib/domain/case/case";
import { replayCaseId } from "@/lib/domain/gate/replay";
import type { StoredVerdict } from "@/lib/domain/gate/stored-verdict";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { rankCommonAttributes } from "@/lib/gate/common-attributes";
import { compareRuns } from "@/lib/gate/compare-by";
import { decisiveVerdict } from "@/lib/gate/outcome-of-case";
import { recomputeRecord, type GateRecord } from "@/lib/gate/record";
import { runOfReplays } from "@/lib/gate/run-of-replays";
import type { Database } from "@/lib/store/database";
import { readCohort, readCohortVersions } from "@/lib/store/gate/cohorts";
import { readReplayedCases, readReplays, type ReplayRow } from "@/lib/store/gate/replays";
import { readRunHeads, type RunHead } from "@/lib/store/gate/run-heads";
import { readVerdicts } from "@/lib/store/gate/verdicts";
import { alignTurns } from "./align-turns";
import { attributesOf, endedOn } from "./replay-attributes";
import { inChannelOrder, type JudgedFacts, type PartCompared } from "./prepare-judged";
import { partingWords, type SideNames } from "./parting-words";
import { prepareReleases } from "./prepare-releases";
import { isAttempt } from "./is-attempt";
import { casesOnPage, listedItems, prepareRun, type CaseFacts } from "./prepare-run";
import type { ReleasesModel, RunModel } from "./releases-model";
import type { RunList, RunQuery } from "./url";

/** Where runs are read, and what commands have to name. */
type OfWorkspace = { readonly path: string; readonly isDemo: boolean };

/** Reads the list of runs, the latest first, each with its latest verdict. */
export async function loadReleases({ path, isDemo }: OfWorkspace): Promise<ReleasesModel> {
  const reader = await readerOrEmpty(path);
  const verdicts = await readVerdicts(reader);
  const runs = (await readRunHeads(reader)).map((head) => {
    const latest = latestVerdict(verdicts, head.run);
    const judged = latest === null ? null : recordOf(latest);
    return {
      ...head,
      verdict:
        latest === null || judged === null
          ? null
          : { createdUs: latest.createdUs, judged: judged.record.verdict },
    };
  });
  return prepareReleases(runs, await readCohortVersions(reader), isDemo);
}

function latestVerdict(verdicts: readonly StoredVerdict[], run: string): StoredVerdict | null {
  return verdicts.find((each) => each.run === run && each.record !== null) ?? null;
}

type Recomputed = { readonly record: GateRecord; readonly differing: readonly string[] };

/** @returns null: another version of the gate decided it, or it is deleted */
function recordOf({ record: line }: StoredVerdict): Recomputed | null {
  if (line === null) return null;
  const found = recomputeRecord(line, sha256);
  return found.kind === "recomputed" ? found : null;
}

function sha256(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

/**
 * Reads a run's page.
 * @param names of accounts by public id
 * @returns null where there is no such run
 */
export async function loadRun(
  { path, isDemo }: OfWorkspace,
  run: string,
  query: RunQuery,
  names: ReadonlyMap<string, string>,
): Promise<RunModel | null> {
  const reader = await readerOrEmpty(path);
  const heads = await readRunHeads(reader);
  const head = heads.find((each) => each.run === run);
  if (head === undefined) return null;
  const verdicts = await readVerdicts(reader);
  const newest = verdicts.find((each) => each.run === run) ?? null;
  const latest = latestVerdict(verdicts, run);
  const found = latest === null ? null : recordOf(latest);
  const cohort = await cohortOf(reader, head, found?.record ?? null);
  const replays = await readReplays(reader, run);
  const derived = await readReplayedCases(reader, run);
  const baseline =
    found === null ? null : await baselineOf(reader, heads, { run, record: found.record });
  const judged =
    found === null ? null : judgedFacts(found, { cohort, head, replays, derived, baseline });
  const before = await readReplayedCases(reader, baseline?.head.run ?? "");
  const figures = found?.record.verdict.figures ?? null;
  const ids = figures === null ? [] : listedItems(figures, query.list);
  const page = Math.max(1, Math.min(query.page, Math.ceil(ids.length / casesOnPage)));
  const shown = ids.slice((page - 1) * casesOnPage, page * casesOnPage);
  const versions = await readCohortVersions(reader);
  const attempts = verdicts
    .filter((each) => isAttempt(each, run, newest, versions))
    .toReversed()
    .map(({ deletedBy, ...each }) => ({
      ...each,
      verdict: recordOf({ deletedBy, ...each })?.record.verdict ?? null,
      isDeleted: each.record === null,
      deletedBy: deletedBy === null ? null : (names.get(deletedBy) ?? null),
    }));
  return prepareRun(
    {
      ...{ run, items: head.items, replays: head.replays, atUs: head.atUs, isDemo, judged },
      release: figures?.candidate.release ?? head.release ?? head.releases[0] ?? run,
      cohort: cohort === null ? null : { name: cohort.name, version: cohort.version },
      known: new Map(cohort?.items.map((item) => [item.id, item])),
      cases: shown.map(({ item, why }) =>
        caseFacts(item, why, {
          ...{ metric: figures?.metric ?? "", replays, derived, baseline, before },
          names: {
            candidate: figures?.candidate.release ?? "",
            baseline: figures?.baseline?.release ?? "",
          },
        }),
      ),
      attempts,
    },
    { ...query, page },
  );
}

async function cohortOf(
  reader: Database,
  head: RunHead,
  record: GateRecord | null,
): Promise<StoredCohort | null> {
  const named = record?.input.cohort.sha256 ?? head.cohort ?? head.cohorts[0];
  return named === undefined ? null : readCohort(reader, named);
}

type Baseline = { readonly head: RunHead; readonly replays: readonly ReplayRow[] };

/** The stored run that a verdict compared with: of that release the one with the same outcomes, else the latest. */
async function baselineOf(
  reader: Database,
  heads: readonly RunHead[],
  { run, record }: { readonly run: string; readonly record: GateRecord },
): Promise<Baseline | null> {
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
      { ...cohort, version: 0 },
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

function judgedFacts({ record, differing }: Recomputed, of: OfRun): JudgedFacts {
  const { figures } = record.verdict;
  const failing = new Set(figures.unresolved);
  const unscored = new Set(figures.candidate.unscored.map(({ item }) => item));
  const items = record.input.cohort.items.filter(
    ({ id, channels }) =>
      !unscored.has(id) && (record.input.policy.scope === "all" || new Set(channels).size > 1),
  );
  return {
    ...{ record, differing, parts: partsOf(record, of) },
    common: rankCommonAttributes(
      items.map((item) => ({
        isFailing: failing.has(item.id),
        attributes: attributesOf(item, rowsOf(of, item.id), figures.metric),
      })),
    ),
  };
}

function rowsOf({ replays, derived }: Pick<OfRun, "replays" | "derived">, item: string) {
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
  const evaluators = [...named(of.replays)].filter((each) => common.has(each) && each !== metric);
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

type OfCase = Pick<OfRun, "replays" | "derived" | "baseline"> & {
  readonly metric: string;
  /** The baseline's derived cases, by case id. */
  readonly before: ReadonlyMap<string, DerivedCase>;
  readonly names: SideNames;
};

function caseFacts(item: string, why: string, of: OfCase): CaseFacts {
  const rows = rowsOf(of, item);
  const before = of.baseline?.replays.filter((each) => each.item === item) ?? [];
  const own = rows[0]?.derived ?? null;
  const other = before[0] === undefined ? null : (of.before.get(before[0].caseId) ?? null);
  const prompts = (all: readonly ReplayRow[]) =>
    [...new Set(all.flatMap((row) => row.prompts))].join(", ");
  return {
    item,
    why: why === "" ? reasonOf(rows, of.metric) : why,
    before: prompts(before),
    after: prompts(rows.map(({ row }) => row)),
    parts:
      other === null || own === null ? "" : partingWords(alignTurns(own, other).parting, of.names),
  };
}

/** What the evaluator says of the first replay of a case that it scored. */
function reasonOf(
  rows: readonly { readonly row: ReplayRow; readonly derived: DerivedCase | null }[],
  metric: string,
): string {
  for (const { row, derived } of rows) {
    const version = row.outcomes.find(({ evaluator }) => evaluator === metric)?.version ?? null;
    if (derived === null || version === null) continue;
    const given = version === "imported" ? version : Number(version);
    const verdict = decisiveVerdict(derived, { name: metric, version: given });
    return typeof verdict === "string" ? verdict : verdict.because;
  }
  return "";
}

/**
 * The ids of a run's list as the gate's latest verdict has them, with what is known of each.
 * @returns null where there is no such run or no verdict
 */
export async function readRunCases(
  path: string,
  run: string,
  list: RunList,
): Promise<
  readonly { readonly item: string; readonly stratum: string; readonly why: string }[] | null
> {
  const verdicts = await readVerdicts(await readerOrEmpty(path));
  const latest = latestVerdict(verdicts, run);
  const found = latest === null ? null : recordOf(latest);
  if (found === null) return null;
  const { input, verdict } = found.record;
  const strata = new Map(input.cohort.items.map(({ id, stratum }) => [id, stratum ?? ""]));
  return listedItems(verdict.figures, list).map((each) => ({
    ...each,
    stratum: strata.get(each.item) ?? "",
  }));
}
