import "server-only";
import { figuresOf } from "@/lib/analytics/ask/count";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { defaultCasesQuery, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { MetricsModel } from "@/lib/analytics/words/metrics-model";
import type { MetricsQuery } from "./url";
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
  return readSnapshot(seen, query, asOfUs, figuresIn);
}

function figuresIn({ once, listed }: Snapshot): Figures {
  return once("all figures", () => figuresOf(listed(), metrics));
}

/** Reads what the Metrics page shows: every definition, with its figure over all cases that are seen. */
export async function loadMetricsPage(
  seen: SeenWorkspace,
  query: MetricsQuery,
  asOfUs: number,
): Promise<MetricsModel> {
  const figures = await loadFigures(seen, defaultCasesQuery, asOfUs);
  return prepareMetrics(figures, query, asOfUs, await loadErrorSources(seen, metrics));
}
