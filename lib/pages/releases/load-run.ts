import "server-only";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { CohortItem } from "@/lib/domain/gate/cohort";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import { expectedActions, judgeActions } from "@/lib/gate/expected-actions";
import { decisiveVerdict } from "@/lib/gate/outcome-of-case";
import type { GateRecord } from "@/lib/gate/record";
import type { Database } from "@/lib/store/port";
import { readCohort, readCohortVersions } from "@/lib/store/gate/cohorts";
import { readReplayedCases, readReplays, type ReplayRow } from "@/lib/store/gate/replays";
import { readRunHeads, type RunHead } from "@/lib/store/gate/run-heads";
import { readVerdictHeads } from "@/lib/store/gate/verdicts";
import { alignTurns } from "./align-turns";
import { isAttempt } from "./is-attempt";
import type { OfWorkspace } from "./load";
import { readBaseline, readJudgedFacts, rowsOf, type Baseline } from "./load-judged";
import { latestVerdict, readRecomputed, readSummary } from "./load-verdicts";
import { partingWords, type SideNames } from "./parting-words";
import { casesOnPage, chosenList, listedItems, prepareRun, type CaseFacts } from "./prepare-run";
import type { RunModel } from "./releases-model";
import type { RunQuery } from "./url";
import { signOffOf } from "./verdict-words";

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
  const verdicts = await readVerdictHeads(reader);
  const newest = verdicts.find((each) => each.run === run) ?? null;
  const latest = latestVerdict(verdicts, run);
  const found = latest === null ? null : await readRecomputed(reader, latest);
  const cohort = await cohortOf(reader, head, found?.record ?? null);
  const replays = await readReplays(reader, run);
  const baseline =
    found === null
      ? null
      : await readBaseline(reader, heads, { run, record: found.record, cohort });
  const judged =
    found === null
      ? null
      : await readJudgedFacts(reader, found, { cohort, head, replays, baseline });
  const figures = found?.record.verdict.figures ?? null;
  const list = chosenList(figures, query.list);
  const ids = figures === null ? [] : listedItems(figures, list);
  const page = Math.max(1, Math.min(query.page, Math.ceil(ids.length / casesOnPage)));
  const shown = ids.slice((page - 1) * casesOnPage, page * casesOnPage);
  const items = shown.map(({ item }) => item);
  const derived = await readReplayedCases(reader, run, items);
  const before = await readReplayedCases(reader, baseline?.head.run ?? "", items);
  const versions = await readCohortVersions(reader);
  const attempts = await Promise.all(
    verdicts
      .filter((each) => isAttempt(each, run, newest, versions))
      .toReversed()
      .map(async ({ deletedBy, ...each }) => ({
        ...each,
        verdict: each.isDeleted ? null : await readSummary(reader, each),
        deletedBy: deletedBy === null ? null : (names.get(deletedBy) ?? null),
      })),
  );
  const summary = latest === null ? null : await readSummary(reader, latest);
  return prepareRun(
    {
      signOff: signOffOf(latest?.signOff ?? null, summary),
      ...{ run, items: head.items, replays: head.replays, atUs: head.atUs, isDemo, judged },
      release: figures?.candidate.release ?? head.release ?? head.releases[0] ?? run,
      cohort: cohort === null ? null : { name: cohort.name, version: cohort.version },
      known: new Map(cohort?.items.map((item) => [item.id, item])),
      cases: shown.map(({ item, why }) =>
        caseFacts(item, why, {
          ...{ metric: figures?.metric ?? "", replays, derived, baseline, before },
          expected: cohort?.items.find(({ id }) => id === item)?.actions,
          names: {
            candidate: figures?.candidate.release ?? "",
            baseline: figures?.baseline?.release ?? "",
          },
        }),
      ),
      attempts,
      before: releaseBefore(heads, head),
    },
    { ...query, list, page },
  );
}

function releaseBefore(heads: readonly RunHead[], own: RunHead): string | null {
  const nameOf = ({ release, releases, run }: RunHead) => release ?? releases[0] ?? run;
  const others = heads.slice(heads.indexOf(own) + 1).map(nameOf);
  return others.find((each) => each !== nameOf(own)) ?? null;
}

async function cohortOf(
  reader: Database,
  head: RunHead,
  record: GateRecord | null,
): Promise<StoredCohort | null> {
  const named = record?.input.cohort.sha256 ?? head.cohort ?? head.cohorts[0];
  return named === undefined ? null : readCohort(reader, named);
}

type OfCase = {
  readonly metric: string;
  /** What the case expects to be changed. */
  readonly expected: CohortItem["actions"];
  readonly replays: readonly ReplayRow[];
  /** Derived cases of the run, by case id. */
  readonly derived: ReadonlyMap<string, DerivedCase>;
  readonly baseline: Baseline | null;
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
    why: why === "" ? reasonOf(rows, of) : why,
    before: prompts(before),
    after: prompts(rows.map(({ row }) => row)),
    parts:
      other === null || own === null ? "" : partingWords(alignTurns(own, other).parting, of.names),
  };
}

/** What the evaluator says of the first replay of a case that it scored. */
function reasonOf(
  rows: readonly { readonly row: ReplayRow; readonly derived: DerivedCase | null }[],
  { metric, expected }: Pick<OfCase, "metric" | "expected">,
): string {
  for (const { row, derived } of rows) {
    if (metric === expectedActions.name) return judgeActions(expected, row.actions).because;
    const version = row.outcomes.find(({ evaluator }) => evaluator === metric)?.version ?? null;
    if (derived === null || version === null) continue;
    const given = version === "imported" ? version : Number(version);
    const verdict = decisiveVerdict(derived, { name: metric, version: given });
    return typeof verdict === "string" ? verdict : verdict.because;
  }
  return "";
}
