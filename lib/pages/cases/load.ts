import "server-only";
import { isInScope } from "@/lib/domain/people/permission";
import { countOpened } from "@/lib/analytics/ask/count";
import { listCases } from "@/lib/analytics/ask/list";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import { facetNames } from "@/lib/analytics/facets/registry";
import { subsetWords } from "@/lib/analytics/metrics/metric";
import { findMetric } from "@/lib/analytics/metrics/metrics";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { scoreColumnTitle, scoresInQuery } from "@/lib/analytics/words/scores-in-query";
import { areEndsKnown, readEndKnown } from "@/lib/analytics/outcomes/end-known";
import { casesHeadline, unknownHeadline, type CasesHeadline } from "./cases-headline";
import type { CasesHistogram, CasesPageModel } from "./cases-page-model";
import { casesSearch, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { prepareFacets } from "./prepare-facets";
import { bucketsOf, startOfDay } from "@/lib/analytics/filter/resolve-period";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { loadCasePeek } from "@/lib/pages/case/load-peek";
import { prepareMarkers } from "@/lib/analytics/annotations/time-markers";
import { decidingScores } from "@/lib/analytics/load/deciding-scores";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import { axisOf, readAnnotationFacts } from "@/lib/analytics/load/annotation-facts";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

const pageSize = 50;
const dayUs = 86_400_000_000;

/**
 * Reads what the Cases page shows; a page beyond the last is read as the last.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function loadCasesPage(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
): Promise<CasesPageModel> {
  const { keys, axis, versions, ...facts } = await readSnapshot(seen, query, nowUs, (cases) =>
    caseFacts(cases, query),
  );
  const { path, scope } = seen;
  const { asOfUs } = facts;
  const reader = await readerOrEmpty(path);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const markers =
    axis === null ? [] : prepareMarkers(await readAnnotationFacts(reader, versions, axis), axis);
  const rows = (await listCaseRows(reader, keys)).filter((row) => isInScope(scope, row));
  const list = casesSearch(facts.query);
  const peek = query.peek === null ? null : await loadCasePeek(seen, query.peek, list, asOfUs);
  const bases = scoresInQuery(query);
  const listed = await Promise.all(
    rows.map(async (row) => ({
      ...caseListItem(row, asOfUs),
      deciding: await decidingScores(reader, row, bases),
    })),
  );
  const decidedBy = bases.map(scoreColumnTitle);
  return { ...facts, evaluators, markers, rows: listed, decidedBy, peek };
}

function caseFacts(cases: Snapshot, query: CasesQuery) {
  const total = cases.selection().keys.length;
  const page = Math.max(1, Math.min(query.page, Math.ceil(total / pageSize)));
  const from = (page - 1) * pageSize;
  const counts = cases.facets();
  return {
    ...{ ...cases.about, total, pageSize },
    query: { ...query, page },
    keys: listCases(cases, from, from + pageSize),
    headline: headlineOf(cases, query),
    facets: prepareFacets(counts, query.facets),
    histogram: histogramOf(cases),
    axis: axisOf(cases),
    versions: { starts: cases.versionStarts(), zone: cases.timeZone },
  };
}

function headlineOf(cases: Snapshot, query: CasesQuery): CasesHeadline {
  const { outcome } = cases.facets();
  const counts = Object.fromEntries(outcome.map(({ value, count }) => [value, count]));
  // A figure may choose its cases by how they ended: whether that is known, the others tell, too.
  const others = query.metric === null ? cases : cases.ever({ ...query, metric: null });
  const isKnown = query.facets.outcome.length > 0 || areEndsKnown(readEndKnown(others));
  return isKnown
    ? casesHeadline(counts, isNarrowed(query), query.facets.outcome, countedWords(query))
    : unknownHeadline(counts, readEndKnown(cases), isNarrowed(query), countedWords(query));
}

/** True where filters other than the outcome and the period, which stands beside it, leave some cases for the headline. */
function isNarrowed({ facets, text, metric }: CasesQuery): boolean {
  const isFaceted = facetNames.some((name) => name !== "outcome" && facets[name].length > 0);
  return isFaceted || text !== "" || metric !== null;
}

function histogramOf(cases: Snapshot): CasesHistogram {
  const { about, timeZone } = cases;
  const { period } = about;
  if (period === null) return { stepDays: 1, buckets: [] };
  const { fromUs, stepDays, count } = bucketsOf(period);
  const stepUs = stepDays * dayUs;
  const startsUs = Array.from({ length: count + 1 }, (_, index) =>
    startOfDay(fromUs + index * stepUs, timeZone),
  );
  const { matching, all } = countOpened(cases, startsUs);
  const buckets = [...all].map((each, index) => ({
    fromUs: fromUs + index * stepUs,
    matching: matching[index] ?? 0,
    all: each,
  }));
  return { stepDays, buckets };
}

/** The words of the figure that opened the list; null where none did. */
function countedWords({ metric }: CasesQuery): string | null {
  const found = metric === null ? null : findMetric(metric.id);
  return found === null || metric === null ? null : subsetWords(found, metric.subset);
}
