import "server-only";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { previousPeriod, previousWords } from "@/lib/analytics/filter/previous-period";
import type { Findings } from "@/lib/analytics/findings/finding";
import type { FindingsModel } from "@/lib/analytics/findings/finding-model";
import { readFindings } from "@/lib/analytics/findings/read-findings";
import {
  readDriftOf,
  readPersonaTerms,
  type PersonaTerms,
} from "@/lib/analytics/load/persona-terms";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { unacknowledgedAlarms } from "@/lib/analytics/persona/open-alarms";
import type { Acknowledgement } from "@/lib/domain/settings/acknowledgement";
import { readAcknowledgements } from "@/lib/store/decisions/acknowledgements";
import type { Database } from "@/lib/store/port";
import { prepareFindings } from "./prepare-findings";

/** What people decided that findings depend on. */
export type FindingTerms = PersonaTerms & {
  readonly acknowledgements: readonly Acknowledgement[];
};

/** Reads it. */
export async function loadFindingTerms(reader: Database): Promise<FindingTerms> {
  const acknowledgements = await readAcknowledgements(reader);
  return { ...(await readPersonaTerms(reader)), acknowledgements };
}

/** The findings of a page's cases, from the snapshot of its other figures. */
export function findingsOf(cases: Snapshot, query: OverviewQuery, terms: FindingTerms): Findings {
  const earlier = earlierOf(cases, query);
  const { approval, version } = terms.contract;
  const drifts = unacknowledgedAlarms(readDriftOf(cases, query.cases, terms), {
    acknowledgements: terms.acknowledgements,
    contract: approval === null ? null : version,
  });
  return readFindings(cases, earlier === null ? null : cases.over(earlier), drifts);
}

/**
 * The findings that a page leads with.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function loadTopFindings(
  seen: SeenWorkspace,
  query: OverviewQuery,
  nowUs: number,
): Promise<FindingsModel> {
  const terms = await loadFindingTerms(await readerOrEmpty(seen.path));
  return readSnapshot(seen, query.cases, nowUs, (cases) => {
    const { about, timeZone } = cases;
    // All that they depend on beside the cases: comparing and ranking tens of thousands takes longer than the figures.
    const name = JSON.stringify(["top-findings", query, terms, about.newestUs, timeZone]);
    return cases.once(name, () => {
      const earlier = earlierOf(cases, query);
      const beforeWords = earlier === null ? "" : previousWords(earlier);
      return prepareFindings(findingsOf(cases, query, terms), query, beforeWords);
    });
  });
}

/**
 * The ranked findings of a query's cases.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function loadFindings(
  seen: SeenWorkspace,
  query: OverviewQuery,
  nowUs: number,
): Promise<Findings> {
  const terms = await loadFindingTerms(await readerOrEmpty(seen.path));
  return readSnapshot(seen, query.cases, nowUs, (cases) => findingsOf(cases, query, terms));
}

/** The period that a query is compared with; null: none. */
function earlierOf(cases: Snapshot, { cases: { period }, compare }: OverviewQuery) {
  return compare === "previous" ? previousPeriod(period, cases.about.period) : null;
}
