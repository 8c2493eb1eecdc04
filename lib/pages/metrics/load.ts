import "server-only";
import { allFigures } from "@/lib/analytics/ask/all-figures";
import { readEndKnown } from "@/lib/analytics/outcomes/end-known";
import { metrics } from "@/lib/analytics/metrics/metrics";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { MetricsModel } from "@/lib/pages/metrics/metrics-model";
import type { MetricsQuery } from "@/lib/analytics/filter/metrics-query";
import { prepareMetrics, type Figures } from "./prepare-metrics";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";

/**
 * Every metric's figure over the cases that a query lists, by id.
 * @param asOfUs the instant of the outcomes, microseconds since 1970
 */
export function loadFigures(
  seen: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
): Promise<Figures> {
  return readSnapshot(seen, query, asOfUs, allFigures);
}

/** Reads what the Metrics page shows: every definition, with its figure over the filtered cases. */
export async function loadMetricsPage(
  seen: SeenWorkspace,
  query: MetricsQuery,
  asOfUs: number,
): Promise<MetricsModel> {
  const facts = await readSnapshot(seen, query.cases, asOfUs, (cases) => ({
    ...cases.about,
    counts: cases.facets(),
    figures: allFigures(cases),
    known: readEndKnown(cases),
  }));
  return prepareMetrics(query, { ...facts, errors: await loadErrorSources(seen, metrics) });
}
