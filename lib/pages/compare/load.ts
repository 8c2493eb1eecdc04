import "server-only";
import { createCaseTable, type CaseTable } from "@/lib/analytics/case-table/case-table";
import { facetsOf } from "@/lib/analytics/facets/count-facets";
import { listedCases, type CaseSet } from "@/lib/analytics/counts/case-set";
import { armOptions, type ArmOption } from "@/lib/analytics/compare/arm-options";
import { comparePair } from "@/lib/analytics/compare/compare-pair";
import { comparedMetrics } from "@/lib/analytics/compare/compared-metrics";
import { countMetBoth } from "@/lib/analytics/compare/count-met-both";
import { sharedKinds } from "@/lib/analytics/compare/shared-kinds";
import { consideredMax, usualPair } from "@/lib/analytics/compare/usual-pair";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { CompareModel } from "./compare-model";
import { prepareCompare, type CompareFacts } from "./prepare-compare";
import type { CompareQuery } from "./url";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { findCases } from "@/lib/analytics/load/find-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

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
  const { table, period } = found;
  return prepareCompare(query, {
    ...{ asOfUs, period, evaluators, newestUs: found.extent?.newestUs ?? null },
    counts: found.facets(),
    ...comparisonOf(found.cases(), query),
    isWorkspaceEmpty: scope === null && table.count === 0,
  });
}

type Comparison = Pick<CompareFacts, "options" | "pair" | "metBoth" | "compared">;
/** A set of cases is another one as soon as a case or an outcome changes. */
const remembered = new WeakMap<CaseSet, Map<string, Comparison>>();

function comparisonOf(cases: CaseSet, query: CompareQuery): Comparison {
  const ofCases = remembered.get(cases) ?? new Map<string, Comparison>();
  remembered.set(cases, ofCases);
  const { by, a, b } = query;
  const key = JSON.stringify([by, a, b]);
  const comparison = ofCases.get(key) ?? compare(cases, query);
  ofCases.set(key, comparison);
  return comparison;
}

function compare(cases: CaseSet, query: CompareQuery): Comparison {
  const { table } = cases;
  const keys = cases.places("cases");
  const options = armOptions(cases, query.by);
  const usual =
    query.a !== null && query.b !== null ? [] : beginWith(table, keys, query.by, options);
  const a = query.a ?? usual.find((each) => each !== query.b);
  const b = query.b ?? usual.find((each) => each !== a);
  if (a === undefined || b === undefined || a === b) {
    return { options, pair: null, metBoth: 0, compared: [] };
  }
  const of = { kind: query.by, pair: [a, b] } as const;
  return {
    options,
    pair: of.pair,
    metBoth: countMetBoth(table, keys, of),
    compared: comparePair(cases, of, comparedMetrics),
  };
}

function beginWith(
  table: CaseTable,
  keys: Uint32Array,
  by: CompareQuery["by"],
  options: readonly ArmOption[],
): readonly string[] {
  const names = options.slice(0, consideredMax).map(({ name }) => name);
  return usualPair(options, sharedKinds(table, keys, by, names)) ?? [];
}

function emptyPage(query: CompareQuery, asOfUs: number): CompareModel {
  const cases = listedCases(createCaseTable(), new Uint32Array(0));
  return prepareCompare(query, {
    ...{ asOfUs, period: null, newestUs: null, evaluators: [] },
    counts: facetsOf(cases),
    ...comparisonOf(cases, query),
    isWorkspaceEmpty: true,
  });
}
