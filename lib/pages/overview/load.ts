import "server-only";
import { isInScope, type Scope } from "@/lib/domain/people/permission";
import type { FilteredCases } from "@/lib/analytics/ask/filtered-cases";
import { breakdownOnce } from "@/lib/analytics/ask/breakdown";
import type { Snapshot } from "@/lib/analytics/ask/snapshot";
import {
  periodFigures,
  shownFigures,
  type PeriodFigures,
  type ShownFigures,
} from "@/lib/analytics/outcomes/overview-figures";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { weeklyFigures } from "@/lib/analytics/outcomes/weekly-figures";
import type { Database } from "@/lib/store/port";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { OverviewModel } from "./overview-model";
import { overviewBreakdowns, returnsByFirst } from "./breakdowns";
import { comparedMetrics, readMetrics } from "./prepare-figures";
import type { WeekFacts } from "./prepare-line";
import type { CostlyFacts } from "./prepare-cost";
import { prepareOverview } from "./prepare-overview";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { previousPeriod } from "@/lib/analytics/filter/previous-period";
import { startOfDay, weeksOf } from "@/lib/analytics/filter/resolve-period";
import { noAnnotations } from "@/lib/analytics/annotations/time-markers";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import { axisOf, readAnnotationFacts } from "@/lib/analytics/load/annotation-facts";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

const rated = metrics.filter(({ id }) => readMetrics.includes(id));
const weekly = metrics.filter(({ id }) => comparedMetrics.includes(id));

/**
 * Reads what the Overview shows but its findings, which take longer: `loadTopFindings` reads them.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function loadOverviewPage(
  seen: SeenWorkspace,
  query: OverviewQuery,
  nowUs: number,
): Promise<OverviewModel> {
  const { path, scope } = seen;
  const reader = await readerOrEmpty(path);
  const { starts, zone, axis, ...facts } = await readSnapshot(seen, query.cases, nowUs, (cases) =>
    overviewFacts(cases, query),
  );
  const annotations =
    axis === null ? noAnnotations : await readAnnotationFacts(reader, { starts, zone }, axis);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  return prepareOverview(query, {
    ...{ ...facts, evaluators, annotations },
    errors: await loadErrorSources(seen, rated),
    costly: await readCostly(reader, scope, facts.now.costliest, facts.asOfUs),
  });
}

function overviewFacts(cases: Snapshot, query: OverviewQuery) {
  const { period } = cases.about;
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  return {
    ...cases.about,
    now: cases.once("overview", () =>
      shownFigures(cases.cases(), { metrics: readMetrics, breakdowns: overviewBreakdowns }),
    ),
    before: earlier === null ? null : { figures: comparedOf(cases.over(earlier)), period: earlier },
    returns: breakdownOnce(cases, returnsByFirst),
    counts: cases.facets(),
    weeks: weeksIn(cases),
    axis: axisOf(cases),
    ...{ starts: cases.versionStarts(), zone: cases.timeZone },
  };
}

function comparedOf(cases: FilteredCases): PeriodFigures {
  return cases.once("overview-before", () => periodFigures(cases.cases(), comparedMetrics));
}

function weeksIn({ about, once, openedIn, timeZone }: Snapshot): WeekFacts | null {
  const { period } = about;
  if (period === null) return null;
  const daysUs = weeksOf(period);
  const startsUs = daysUs.map((dayStartUs) => startOfDay(dayStartUs, timeZone));
  return once(`weeks ${startsUs.join()}`, () => ({
    ...{ daysUs, startsUs },
    figures: weeklyFigures(openedIn(startsUs), weekly),
  }));
}

async function readCostly(
  reader: Database,
  scope: Scope | null,
  costliest: ShownFigures["costliest"],
  asOfUs: number,
): Promise<readonly CostlyFacts[]> {
  const found = costliest.map(async ({ key, contacts, expected }) => {
    const rows = await listCaseRows(reader, [key]);
    return rows
      .filter((row) => isInScope(scope, row))
      .map((row) => ({ item: caseListItem(row, asOfUs), contacts, expected }));
  });
  return (await Promise.all(found)).flat();
}
