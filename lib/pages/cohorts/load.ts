import "server-only";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { StoredCohort } from "@/lib/domain/gate/stored-cohort";
import type { Run } from "@/lib/domain/gate/run";
import type { Database } from "@/lib/store/port";
import { cohortHealth } from "@/lib/gate/cohort/cohort-health";
import { outcomesOfRuns } from "@/lib/gate/cohort/outcomes-of-runs";
import { defaultMetric, runOfReplays } from "@/lib/gate/run-of-replays";
import { formatCohort } from "@/lib/gate/cohort/freeze-cohort";
import { paginate } from "@/lib/format/address/paginate";
import { countStrata } from "@/lib/store/gate/cohort-sources";
import { readCohort, readCohortVersions, readCrossChannelCounts } from "@/lib/store/gate/cohorts";
import { hasReplays, readReplays, readRunSummaries } from "@/lib/store/gate/replays";
import { readRunHeads } from "@/lib/store/gate/run-heads";
import { readStoredRuns } from "@/lib/store/gate/runs";
import type { CohortModel } from "./cohort-model";
import type { CohortsModel } from "./cohorts-model";
import { prepareCohort } from "./prepare-cohort";
import { originWords, prepareCohorts } from "./prepare-cohorts";
import { cohortHref, type CohortQuery } from "./url";

/** The names of all cohorts, the one with the latest version first. @param path the workspace's file */
export async function loadCohortNames(path: string): Promise<readonly string[]> {
  const versions = await readCohortVersions(await readerOrEmpty(path));
  return [...new Set(versions.map(({ name }) => name))];
}

/** Whether a cohort was ever replayed. @param path the workspace's file */
export async function loadHasRuns(path: string): Promise<boolean> {
  return hasReplays(await readerOrEmpty(path));
}

/** Reads the list of cohorts. @param names of accounts by public id */
export async function loadCohorts(
  path: string,
  names: ReadonlyMap<string, string>,
): Promise<CohortsModel> {
  const reader = await readerOrEmpty(path);
  const stored = (await readStoredRuns(reader)).flatMap(({ run, cohort }) =>
    cohort === null ? [] : [{ run, cohorts: [cohort] }],
  );
  return prepareCohorts({
    versions: await readCohortVersions(reader),
    crossing: await readCrossChannelCounts(reader),
    runs: [...(await readRunSummaries(reader)), ...stored],
    names,
  });
}

const pageSize = 25;
/** What a cohort's case types are compared with. */
const productionDays = 30;
const dayUs = 86_400_000_000;

/**
 * Reads a version of a cohort; a page beyond the last is read as the last.
 * @param nowUs now, microseconds since 1970
 * @returns null where there is no such cohort
 */
export async function loadCohort(
  { path }: Pick<SeenWorkspace, "path">,
  name: string,
  { page: wanted, version }: CohortQuery,
  nowUs: number,
): Promise<CohortModel | null> {
  const reader = await readerOrEmpty(path);
  const cohort = await readCohort(reader, name, version);
  if (cohort === null) return null;
  const { items, sha256, createdUs, origin } = cohort;
  const strata = await countStrata(reader, nowUs - productionDays * dayUs);
  const page = Math.max(1, Math.min(wanted, Math.ceil(items.length / pageSize)));
  const model = prepareCohort({
    name: cohort.name,
    frozen: { version: cohort.version, sha256, atUs: createdUs },
    health: cohortHealth({
      items,
      ...outcomesOfRuns(items, await readRunsOf(reader, cohort), defaultMetric),
      policy: { scope: "cross_channel", minimum: null },
      production: { days: productionDays, strata },
    }),
    draw: null,
    items: items.slice((page - 1) * pageSize, page * pageSize),
    pagination: paginate({ page, pageSize, total: items.length }, (other) =>
      cohortHref(cohort.name, { version, page: other }),
    ),
  });
  return { ...model, drawn: `${originWords(origin)}.` };
}

/** The latest run of a version of a cohort, and the latest before it of another release. */
async function readRunsOf(reader: Database, cohort: StoredCohort): Promise<readonly Run[]> {
  const { name, version, sha256 } = cohort;
  const known = [name, `${name}@${String(version)}`, sha256];
  const heads = (await readRunHeads(reader)).filter(
    ({ cohorts, replays }) => replays > 0 && cohorts.some((each) => known.includes(each)),
  );
  const [latest] = heads;
  const before = heads.find(({ releases }) => releases[0] !== latest?.releases[0]);
  const runs: Run[] = [];
  for (const head of [latest, before]) {
    if (head === undefined) continue;
    const replays = await readReplays(reader, head.run);
    runs.push(runOfReplays({ ...head, replays }, cohort, defaultMetric));
  }
  return runs;
}

/** A version of a cohort as a file, JSON Lines, with its name. @returns null where there is no such cohort */
export async function readCohortFile(
  path: string,
  name: string,
  version: number | null,
): Promise<{ readonly name: string; readonly version: number; readonly text: string } | null> {
  const cohort = await readCohort(await readerOrEmpty(path), name, version);
  if (cohort === null) return null;
  return { name: cohort.name, version: cohort.version, text: formatCohort(cohort.items) };
}
