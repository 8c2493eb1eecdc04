import "server-only";
import { createCaseTable, type CaseTable } from "@/lib/rollup/case-table/case-table";
import { countFacets } from "@/lib/rollup/case-table/count-facets";
import { selectCases } from "@/lib/rollup/case-table/select-cases";
import { armCases, armOptions, armsOf, usualPair } from "@/lib/rollup/compare/arm-cases";
import { compareArms } from "@/lib/rollup/compare/compare-arms";
import { findMetric } from "@/lib/rollup/metrics/metrics";
import { seededBelow } from "@/lib/stats/seeded-below";
import { readEvaluatorVersions } from "@/lib/store/read-evaluator-versions";
import type { CompareModel } from "@/lib/view/compare/compare-model";
import { prepareCompare } from "@/lib/view/compare/prepare-compare";
import type { CompareQuery } from "@/lib/view/compare-query";
import { evaluatorWords } from "@/lib/view/evaluator-words";
import { findCases } from "./find-cases";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

const seed = 2026;
const shownMetrics = [
  "touchpoints_per_case",
  "case_resolution_rate",
  "one_contact_resolution",
  "repeat_information_case_rate",
].flatMap((id) => {
  const metric = findMetric(id);
  return metric === null || metric.unit === "ratio" ? [] : [metric];
});

/**
 * Reads what the Compare page shows.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadComparePage(
  { path, scope }: SeenWorkspace,
  query: CompareQuery,
  asOfUs: number,
): Promise<CompareModel> {
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const found = await findCases(reader, scope, query.cases, asOfUs);
  const { table, selection, period } = found;
  return prepareCompare(query, {
    ...{ asOfUs, period, evaluators, newestUs: found.extent?.newestUs ?? null },
    counts: found.counts(),
    ...comparisonOf(table, selection.keys, query),
    isWorkspaceEmpty: scope === null && table.count === 0,
  });
}

function comparisonOf(table: CaseTable, keys: Uint32Array, query: CompareQuery) {
  const options = armOptions(table, keys, query.by);
  const usual = usualPair(options);
  const a = query.a ?? usual?.[0];
  const b = query.b ?? usual?.[1];
  if (a === undefined || b === undefined) return { options, pair: null, metBoth: 0, compared: [] };
  const arms = armsOf(table, keys, { kind: query.by, a, b });
  const below = seededBelow(seed);
  const compared = shownMetrics.map((metric) => ({
    metric,
    comparison: compareArms(armCases(table, arms, metric), below),
  }));
  return { options, pair: [a, b] as const, metBoth: arms.metBoth, compared };
}

function emptyPage(query: CompareQuery, asOfUs: number): CompareModel {
  const table = createCaseTable();
  const { facets, metric } = query.cases;
  const selection = selectCases(table, { facets, metric, period: null, matches: null });
  return prepareCompare(query, {
    ...{ asOfUs, period: null, newestUs: null, evaluators: [] },
    counts: countFacets(table, selection),
    ...comparisonOf(table, selection.keys, query),
    isWorkspaceEmpty: true,
  });
}
