import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { listCases } from "@/lib/analytics/ask/list";
import { pathOf } from "@/lib/analytics/facets/facet-values";
import { casesSearch, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { periodDays } from "@/lib/analytics/filter/shown-period";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import type { CohortChange } from "@/lib/domain/gate/cohort-change";
import { stratumDimensions, type CohortCandidate } from "@/lib/domain/gate/cohort-draw";
import { drawCohort } from "@/lib/gate/cohort/draw-cohort";
import { readCohortSourceFacts } from "@/lib/store/gate/cohort-sources";

/** How a sample is drawn of a list's cases. */
export type CohortSample = {
  readonly by: "strata" | "risk";
  readonly size: number;
  readonly seed: number;
  /** The share that should go over two channels or more, in per cent; null: as they come. */
  readonly crossing: number | null;
};

/** Rows read at a time: other requests are served in between. */
const sliceRows = 2_000;

/**
 * The cases that a cohort is made of: all of a list that can be replayed, or a sample of them.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 * @param sample null: all
 */
export async function readCohortCases(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
  sample: CohortSample | null,
): Promise<Pick<Extract<CohortChange, { kind: "cohort-made" }>, "caseIds" | "origin">> {
  const { candidates, search } = await readCandidates(seen, query, nowUs);
  if (sample === null) {
    const caseIds = candidates.map(({ caseId }) => caseId);
    return { caseIds, origin: { kind: "filter", search } };
  }
  const { by, size, seed, crossing } = sample;
  const { drawn } = drawCohort(candidates, {
    ...{ size, seed, by: stratumDimensions.slice() },
    method: by === "risk" ? "risk_based" : "stratified",
    crossChannelShare: crossing === null ? null : crossing / 100,
  });
  const caseIds = drawn.map(({ candidate }) => candidate.caseId);
  return { caseIds, origin: { kind: "sample", by, search, seed } };
}

/**
 * The cases of a list in which a customer took part on a known channel, and the list as a query string, its period in
 * days, so that it stays what it was.
 */
async function readCandidates(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
): Promise<{ readonly candidates: readonly CohortCandidate[]; readonly search: string }> {
  const { keys, period } = await readSnapshot(seen, query, nowUs, (cases) => ({
    keys: listCases(cases),
    period: periodDays(query.period, cases.about.period),
  }));
  const reader = await readerOrEmpty(seen.path);
  const candidates: CohortCandidate[] = [];
  for (let from = 0; from < keys.length; from += sliceRows) {
    const rows = await readCohortSourceFacts(reader, keys.subarray(from, from + sliceRows));
    for (const { caseId, customerId, channels, intent, risk, openedUs } of rows) {
      const known = channels.filter((channel) => channel !== "unknown");
      if (known.length === 0 || openedUs === null) continue;
      candidates.push({
        ...{ caseId, cluster: customerId, intent, risk, openedUs },
        channels: [...new Set(known)],
        channelPath: pathOf({ channels }).join(">"),
      });
    }
    await letOthersRun();
  }
  const search = casesSearch({ ...query, period, page: 1, peek: null });
  return { candidates, search };
}
