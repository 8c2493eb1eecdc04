import "server-only";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { VerdictHead } from "@/lib/domain/gate/stored-verdict";
import type { Database } from "@/lib/store/port";
import { readCohortVersions } from "@/lib/store/gate/cohorts";
import { readRunHeads } from "@/lib/store/gate/run-heads";
import { readVerdictHeads } from "@/lib/store/gate/verdicts";
import { latestVerdict, readRecomputed, readSummary } from "./load-verdicts";
import { prepareReleases } from "./prepare-releases";
import { chosenList, listedItems } from "./prepare-run";
import type { ReleasesModel } from "./releases-model";
import type { RunList } from "./url";
import { signOffOf } from "./verdict-words";

/** Where runs are read, and whether commands have to name the demo. */
export type OfWorkspace = { readonly path: string; readonly isDemo: boolean };

/** Reads the list of runs, the latest first, each with its latest verdict. */
export async function loadReleases({ path, isDemo }: OfWorkspace): Promise<ReleasesModel> {
  const reader = await readerOrEmpty(path);
  const verdicts = await readVerdictHeads(reader);
  const heads = await readRunHeads(reader);
  const runs = await Promise.all(
    heads.map(async (head) => {
      const latest = latestVerdict(verdicts, head.run);
      return { ...head, ...(await listed(reader, latest)) };
    }),
  );
  return prepareReleases(runs, await readCohortVersions(reader), isDemo);
}

async function listed(reader: Database, latest: VerdictHead | null) {
  const verdict = latest === null ? null : await readSummary(reader, latest);
  return { verdict, signOff: signOffOf(latest?.signOff ?? null, verdict) };
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
  const reader = await readerOrEmpty(path);
  const latest = latestVerdict(await readVerdictHeads(reader), run);
  const found = latest === null ? null : await readRecomputed(reader, latest);
  if (found === null) return null;
  const { input, verdict } = found.record;
  const strata = new Map(input.cohort.items.map(({ id, stratum }) => [id, stratum ?? ""]));
  return listedItems(verdict.figures, chosenList(verdict.figures, list)).map((each) => ({
    ...each,
    stratum: strata.get(each.item) ?? "",
  }));
}
