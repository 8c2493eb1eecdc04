import "server-only";
import { isInScope } from "@/lib/domain/people/permission";
import { openedByBucket } from "@/lib/analytics/select/opened-by-bucket";
import { sortCases } from "@/lib/analytics/select/sort-cases";
import { facetNames, noFacets } from "@/lib/analytics/facets/registry";
import { partWords } from "@/lib/analytics/metrics/metric";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { scoreColumnTitle, scoresInQuery } from "@/lib/analytics/words/scores-in-query";
import { casesHeadline } from "./cases-headline";
import type { CasesHistogram, CasesPageModel } from "./cases-page-model";
import { casesSearch, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { prepareFacets } from "./prepare-facets";
import { bucketsOf, startOfDay } from "@/lib/analytics/filter/resolve-period";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { loadCasePeek } from "@/lib/pages/case/load-peek";
import { prepareMarkers } from "@/lib/analytics/annotations/time-markers";
import { decidingScores } from "@/lib/analytics/load/deciding-scores";
import { findCases, type FoundCases } from "@/lib/analytics/load/find-cases";
import { axisOf, readMarkFacts } from "@/lib/analytics/load/mark-facts";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const pageSize = 50;
const dayUs = 86_400_000_000;

/**
 * Reads what the Cases page shows; a page beyond the last is read as the last.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadCasesPage(
  seen: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
): Promise<CasesPageModel> {
  const { path, scope } = seen;
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const found = await findCases(reader, scope, query, asOfUs);
  const { table, period, extent } = found;
  const selection = found.selection();
  const total = selection.keys.length;
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / pageSize)));
  const from = (page - 1) * pageSize;
  const keys = sortCases(table, selection.keys, found.order, from, from + pageSize);
  const counts = found.facets();
  const model = {
    asOfUs,
    query: { ...query, page },
    headline: casesHeadline(
      Object.fromEntries(counts.outcome.map(({ value, count }) => [value, count])),
      isNarrowed(query),
      query.facets.outcome,
      countedWords(query),
    ),
    total,
    pageSize,
    facets: prepareFacets(counts, query.facets),
    histogram: histogramOf(found),
    period,
    newestUs: extent?.newestUs ?? null,
    evaluators: (await readEvaluatorVersions(reader)).map(evaluatorWords),
    isWorkspaceEmpty: scope === null && table.count === 0,
  };
  const axis = axisOf(found);
  const markers =
    axis === null ? [] : prepareMarkers(await readMarkFacts(reader, found, axis), axis);
  const rows = (await listCaseRows(reader, keys)).filter((row) => isInScope(scope, row));
  const list = casesSearch({ ...query, page });
  const peek = query.peek === null ? null : await loadCasePeek(seen, query.peek, list, asOfUs);
  const asked = scoresInQuery(query);
  const listed = await Promise.all(
    rows.map(async (row) => ({
      ...caseListItem(row, asOfUs),
      deciding: await decidingScores(reader, row, asked),
    })),
  );
  return { ...model, markers, rows: listed, decidedBy: asked.map(scoreColumnTitle), peek };
}

/** True where other filters than the outcome leave cases out: the headline is about what these leave. */
function isNarrowed({ facets, text, period, metric }: CasesQuery): boolean {
  const isFaceted = facetNames.some((name) => name !== "outcome" && facets[name].length > 0);
  return isFaceted || text !== "" || period !== "all" || metric !== null;
}

function histogramOf({ table, selection, period, timeZone }: FoundCases): CasesHistogram {
  if (period === null) return { stepDays: 1, buckets: [] };
  const { fromUs, stepDays, count } = bucketsOf(period);
  const stepUs = stepDays * dayUs;
  const startsUs = Array.from({ length: count + 1 }, (_, index) =>
    startOfDay(fromUs + index * stepUs, timeZone),
  );
  const { matching, all } = openedByBucket(table, selection(), startsUs);
  const buckets = [...all].map((each, index) => ({
    fromUs: fromUs + index * stepUs,
    matching: matching[index] ?? 0,
    all: each,
  }));
  return { stepDays, buckets };
}

/** What the figure that opened the list counts; null where none did. */
function countedWords({ metric }: CasesQuery): string | null {
  const found = metric === null ? null : findMetric(metric.id);
  return found === null || metric === null ? null : partWords(found, metric.part);
}

function emptyPage(query: CasesQuery, asOfUs: number): CasesPageModel {
  return {
    asOfUs,
    query: { ...query, page: 1 },
    headline: casesHeadline({}, isNarrowed(query), []),
    rows: [],
    decidedBy: [],
    total: 0,
    pageSize,
    facets: prepareFacets(noFacets, query.facets),
    histogram: { stepDays: 1, buckets: [] },
    markers: [],
    period: null,
    newestUs: null,
    evaluators: [],
    peek: null,
    isWorkspaceEmpty: true,
  };
}
