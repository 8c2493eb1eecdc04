import type { HalfOfName } from "@/lib/domain/privacy/name-pseudonym";
import type { WorkspaceName } from "@/lib/domain/workspace";
import { casesBeingRead } from "@/lib/analytics/load/cases-being-read";
import { loadScopeNames } from "@/lib/pages/access/load";
import { loadAlertsPage } from "@/lib/pages/alerts/load";
import { loadObservation } from "@/lib/pages/alerts/load-observation";
import { loadAlertPreview } from "@/lib/pages/alerts/load-preview";
import { loadApiCase } from "@/lib/pages/api/load-case";
import { loadApiCases } from "@/lib/pages/api/load-cases";
import { loadApiMetrics } from "@/lib/pages/api/load-metrics";
import { loadCasePage } from "@/lib/pages/case/load";
import { loadCaseLabels } from "@/lib/pages/case/load-labels";
import { loadCaseNeighbours } from "@/lib/pages/case/load-neighbours";
import { loadCasePeek } from "@/lib/pages/case/load-peek";
import { loadCasesPage } from "@/lib/pages/cases/load";
import { casesCsv } from "@/lib/pages/cases/load-csv";
import { loadMissingWords } from "@/lib/pages/cases/load-missing-words";
import { loadRowHits } from "@/lib/pages/cases/load-row-hits";
import {
  loadCohort,
  loadCohortNames,
  loadCohorts,
  loadHasRuns,
  readCohortFile,
} from "@/lib/pages/cohorts/load";
import { readCohortCases } from "@/lib/pages/cohorts/load-candidates";
import { loadComparePage } from "@/lib/pages/compare/load";
import { loadCustomerPage } from "@/lib/pages/customer/load";
import { loadDataHealth } from "@/lib/pages/data-health/load";
import { loadDisclosuresPage } from "@/lib/pages/disclosures/load";
import { loadCoverage } from "@/lib/pages/disclosures/load-coverage";
import { loadQueue } from "@/lib/pages/disclosures/load-queue";
import {
  countPeriodOf,
  drawFindings,
  loadSample,
  loadSamples,
} from "@/lib/pages/disclosures/load-samples";
import { loadSecond } from "@/lib/pages/disclosures/load-second";
import { loadTopFindings } from "@/lib/pages/findings/load";
import { loadHandoffsPage } from "@/lib/pages/handoffs/load";
import { loadIngestPage } from "@/lib/pages/ingest/load";
import { loadInsightsPage } from "@/lib/pages/insights/load";
import { loadJourneysPage } from "@/lib/pages/journeys/load";
import { childListCsv, loadChildList } from "@/lib/pages/lists/load";
import { loadLivePage } from "@/lib/pages/live/load";
import { loadLookup } from "@/lib/pages/lookup/load";
import { loadMetricsPage } from "@/lib/pages/metrics/load";
import { loadOverviewPage } from "@/lib/pages/overview/load";
import { loadPersonaPage } from "@/lib/pages/persona/load";
import { loadPiiPage } from "@/lib/pages/pii/load";
import { loadHowItReads, readSentence } from "@/lib/pages/how-it-reads/load";
import { loadEvaluatorPage, loadQualityPage } from "@/lib/pages/quality/load";
import { loadLabelQueue } from "@/lib/pages/quality/load-queue";
import { loadReleases, readRunCases } from "@/lib/pages/releases/load";
import { loadReplayItem } from "@/lib/pages/releases/load-item";
import { loadRun } from "@/lib/pages/releases/load-run";
import { loadReport } from "@/lib/pages/report/load";
import { loadSlaPage } from "@/lib/pages/sla/load";
import { slaCsv } from "@/lib/pages/sla/load-csv";
import { loadTracePage } from "@/lib/pages/trace/load";
import { readReviewTerms } from "../settings/review-terms";
import { createHalfOfName } from "../worker/data-folder";

/** A loader with the pseudonyms of the workspace's key as its last argument. */
function withHalfOfName<Args extends unknown[], Model>(
  load: (...args: [...Args, HalfOfName]) => Model,
): (...args: Args) => Model {
  return (...args) => load(...args, createHalfOfName());
}

/** What the reader thread reads for pages, routes and actions. Arguments and results are copied between threads. */
export const pageLoaders = {
  ...{ casesBeingRead, countPeriodOf },
  ...{ loadAlertPreview, loadAlertsPage, loadApiCase, loadApiCases, loadApiMetrics },
  ...{ loadCaseLabels, loadCaseNeighbours, loadCasePage, loadCasePeek, loadCasesPage },
  ...{ loadChildList, loadCohort, loadCohortNames, loadCohorts, loadCoverage, loadCustomerPage },
  ...{ loadDataHealth, loadDisclosuresPage, loadEvaluatorPage, loadHandoffsPage, loadHasRuns },
  ...{ loadIngestPage, loadInsightsPage, loadJourneysPage, loadLabelQueue, loadLivePage },
  ...{ loadLookup, loadMetricsPage, loadMissingWords, loadObservation, loadOverviewPage },
  ...{ loadPersonaPage, loadPiiPage, loadQualityPage, loadReleases, loadReport, loadRowHits },
  ...{ loadRun, loadSample, loadSamples, loadScopeNames, loadSecond, loadSlaPage },
  ...{ loadHowItReads, loadTopFindings, readSentence },
  ...{ readCohortCases, readCohortFile, readRunCases },
  drawFindings: async (
    workspace: WorkspaceName,
    seen: Parameters<typeof drawFindings>[0],
    query: Parameters<typeof drawFindings>[1],
    asOfUs: number,
    draw: Omit<Parameters<typeof drawFindings>[3], "severityOf">,
  ) => {
    const { severityOf } = await readReviewTerms(workspace);
    return drawFindings(seen, query, asOfUs, { ...draw, severityOf });
  },
  loadComparePage: (
    seen: Parameters<typeof loadComparePage>[0],
    query: Parameters<typeof loadComparePage>[1],
    asOfUs: number,
    readsText: boolean,
  ) => loadComparePage(seen, query, asOfUs, readsText ? createHalfOfName() : null),
  loadQueue: async (
    workspace: WorkspaceName,
    seen: Parameters<typeof loadQueue>[0],
    query: Parameters<typeof loadQueue>[1],
    asOfUs: number,
    reviewer: Omit<Parameters<typeof loadQueue>[3], "dueUs">,
  ) => {
    const { dueUs } = await readReviewTerms(workspace);
    return loadQueue(seen, query, asOfUs, { ...reviewer, dueUs });
  },
  loadReplayItem: withHalfOfName(loadReplayItem),
  loadTracePage: withHalfOfName(loadTracePage),
};

/** Files that are sent while they are read. */
export const pageStreams = { casesCsv, childListCsv, slaCsv };

/** The loaders by name. One that takes or returns a function is none of them: it could not be copied. */
export type PageLoaders = {
  [
    Name in keyof AllLoaders as true extends HasFunction<Copied<AllLoaders[Name]>> ? never : Name
  ]: AllLoaders[Name];
};
export type PageStreams = typeof pageStreams;

type AllLoaders = typeof pageLoaders;
type Copied<Loader extends (...args: never[]) => unknown> =
  | Parameters<Loader>[number]
  | Awaited<ReturnType<Loader>>;
type HasFunction<T> = T extends (...args: never[]) => unknown
  ? true
  : T extends ReadonlyMap<unknown, infer Value>
    ? HasFunction<Value>
    : T extends readonly (infer Item)[]
      ? HasFunction<Item>
      : T extends object
        ? { [Key in keyof T]-?: HasFunction<T[Key]> }[keyof T]
        : false;
