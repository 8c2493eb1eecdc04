import "server-only";
import { countStandings, figureOf, type Figure } from "@/lib/rollup/metrics/figure-of";
import { createCaseTable, type CaseTable } from "@/lib/rollup/case-table/case-table";
import { metrics } from "@/lib/rollup/metrics/metrics";
import { defaultCasesQuery, type CasesQuery } from "@/lib/view/cases-query";
import type { MetricsModel } from "@/lib/view/metrics-model";
import type { MetricsQuery } from "@/lib/view/metrics-query";
import { prepareMetrics } from "@/lib/view/prepare-metrics";
import { findCases } from "./find-cases";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

/**
 * Every metric's figure over the cases that a query lists, by id.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadFigures(
  { path, scope }: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
): Promise<ReadonlyMap<string, Figure>> {
  const reader = workspaceReader(path);
  if (reader === null) return figuresOf(createCaseTable(), new Uint32Array(0));
  const { table, selection } = await findCases(reader, scope, query, asOfUs);
  return figuresOf(table, selection.keys);
}

function figuresOf(table: CaseTable, keys: Uint32Array): ReadonlyMap<string, Figure> {
  const counts = countStandings(table, keys);
  return new Map(metrics.map((metric) => [metric.id, figureOf(metric, table, keys, counts)]));
}

/** Reads what the Metrics page shows: every definition, with its figure over all cases that are seen. */
export async function loadMetricsPage(
  seen: SeenWorkspace,
  query: MetricsQuery,
  asOfUs: number,
): Promise<MetricsModel> {
  return prepareMetrics(await loadFigures(seen, defaultCasesQuery, asOfUs), query, asOfUs);
}
