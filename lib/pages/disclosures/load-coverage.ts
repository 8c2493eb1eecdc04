import "server-only";
import { tallyReadings } from "@/lib/analytics/disclosures/tally-readings";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { isUnplaced } from "@/lib/disclosures/places/read-region";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { readSettings } from "@/lib/store/decisions/decisions";
import type { CoverageModel } from "./coverage/coverage-model";
import { prepareCoverage } from "./coverage/prepare-coverage";
import type { CoverageQuery } from "./coverage/url";

/**
 * Reads what the Coverage page shows.
 * @param nowUs the instant of all values, microseconds since 1970
 */
export async function loadCoverage(
  seen: SeenWorkspace,
  query: CoverageQuery,
  nowUs: number,
): Promise<CoverageModel> {
  const facts = await readSnapshot(seen, query.cases, nowUs, (cases) => ({
    asOfUs: cases.about.asOfUs,
    isWorkspaceEmpty: cases.about.isWorkspaceEmpty,
    counts: cases.facets(),
    readings: cases.once(`readings ${String(query.days)}`, () => tallyReadings(cases, query.days)),
  }));
  const { regions = {} } = (await readSettings(await readerOrEmpty(seen.path))).disclosureRules;
  return prepareCoverage(query, {
    ...facts,
    isUnplaced: (region) => isUnplaced(region, regions),
  });
}
