import "server-only";
import type { Selection } from "@/lib/rollup/case-table/select-cases";
import { countsOf } from "@/lib/rollup/counts/counts";
import { figureOf } from "@/lib/rollup/metrics/figure-of";
import { createCaseTable, type CaseTable } from "@/lib/rollup/case-table/case-table";
import { metrics } from "@/lib/rollup/metrics/metrics";
import { defaultCasesQuery, type CasesQuery } from "@/lib/view/cases-query";
import type { MetricsModel } from "@/lib/view/metrics-model";
import type { MetricsQuery } from "@/lib/view/metrics-query";
import { prepareMetrics, type Figures } from "@/lib/view/prepare-metrics";
import { loadErrorSources } from "./error-sources";
import { findCases } from "./find-cases";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

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
