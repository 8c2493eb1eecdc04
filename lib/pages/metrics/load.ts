import "server-only";
import type { Selection } from "@/lib/analytics/select/select-cases";
import { countsOf } from "@/lib/analytics/counts/counts";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { createCaseTable, type CaseTable } from "@/lib/analytics/case-table/case-table";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { defaultCasesQuery, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import type { MetricsModel } from "@/lib/analytics/words/metrics-model";
import type { MetricsQuery } from "./url";
import { prepareMetrics, type Figures } from "./prepare-metrics";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { findCases } from "@/lib/analytics/load/find-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** A selection is another one as soon as a case or an outcome changes. */
const remembered = new WeakMap<Selection, Figures>();

/**
 * Every metric's figure over the cases that a query lists, by id.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadFigures(
  { path, scope }: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
): Promise<Figures> {
  const reader = workspaceReader(path);
  if (reader === null) return figuresOf(createCaseTable(), new Uint32Array(0));
  const found = await findCases(reader, scope, query, asOfUs);
  const { table } = found;
  const selection = found.selection();
  const known = remembered.get(selection);
  const figures = known ?? figuresOf(table, selection.keys);
  remembered.set(selection, figures);
  return figures;
}

function figuresOf(table: CaseTable, keys: Uint32Array): Figures {
  const counts = countsOf(table, keys);
  return new Map(metrics.map((metric) => [metric.id, figureOf(metric, counts)]));
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
