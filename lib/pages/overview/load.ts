import "server-only";
import { isInScope, type Scope } from "@/lib/domain/people/permission";
import { createCaseTable } from "@/lib/analytics/case-table/case-table";
import { facetsOf } from "@/lib/analytics/facets/count-facets";
import { listedCases, type CaseSet } from "@/lib/analytics/counts/case-set";
import {
  periodFigures,
  shownFigures,
  type PeriodFigures,
  type ShownFigures,
} from "@/lib/analytics/outcomes/overview-figures";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { weeklyFigures } from "./weekly-figures";
import type { Database } from "@/lib/store/database";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import type { OverviewModel } from "./overview-model";
import { overviewBreakdowns } from "./breakdowns";
import { comparedMetrics, readMetrics, shownMetrics } from "./prepare-figures";
import type { WeekFacts } from "./prepare-line";
import type { CostlyFacts } from "./prepare-cost";
import { prepareOverview } from "./prepare-overview";
import type { OverviewQuery } from "@/lib/analytics/filter/overview-query";
import { previousPeriod } from "@/lib/analytics/filter/previous-period";
import { startOfDay, weeksOf } from "@/lib/analytics/filter/resolve-period";
import { noMarks } from "@/lib/analytics/annotations/time-markers";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { findCases, type FoundCases } from "@/lib/analytics/load/find-cases";
import { axisOf, readMarkFacts } from "@/lib/analytics/load/mark-facts";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const told = metrics.filter(({ id }) => readMetrics.includes(id));

/** A set of cases is another one as soon as a case or an outcome changes. */
const shown = new WeakMap<CaseSet, ShownFigures>();
const compared = new WeakMap<CaseSet, PeriodFigures>();

/**
 * Reads what the Overview shows.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadOverviewPage(
  seen: SeenWorkspace,
  query: OverviewQuery,
  asOfUs: number,
): Promise<OverviewModel> {
  const { path, scope } = seen;
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const found = await findCases(reader, scope, query.cases, asOfUs);
  const { table, period } = found;
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  const now = shownOf(found.cases());
  const facts = {
    asOfUs,
    period,
    now,
    before:
      earlier === null
        ? null
        : { figures: comparedOf(found.over(earlier).cases()), period: earlier },
    counts: found.facets(),
    weeks: weeksIn(found),
    newestUs: found.extent?.newestUs ?? null,
    isWorkspaceEmpty: scope === null && table.count === 0,
  };
  const axis = axisOf(found);
  const marks = axis === null ? noMarks : await readMarkFacts(reader, found, axis);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  return prepareOverview(query, {
    ...{ ...facts, evaluators, marks },
    errors: await loadErrorSources(seen, told),
    costly: await readCostly(reader, scope, now.costliest, asOfUs),
  });
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

function shownOf(cases: CaseSet): ShownFigures {
  const figures =
    shown.get(cases) ??
    shownFigures(cases, { metrics: readMetrics, breakdowns: overviewBreakdowns });
  shown.set(cases, figures);
  return figures;
}

function comparedOf(cases: CaseSet): PeriodFigures {
  const figures = compared.get(cases) ?? periodFigures(cases, comparedMetrics);
  compared.set(cases, figures);
  return figures;
}

const byWeek = new WeakMap<CaseSet, WeekFacts>();

function weeksIn({ cases, openedIn, period, timeZone }: FoundCases): WeekFacts | null {
  if (period === null) return null;
  const known = byWeek.get(cases());
  const daysUs = weeksOf(period);
  const startsUs = daysUs.map((dayStartUs) => startOfDay(dayStartUs, timeZone));
  if (known?.startsUs.join() === startsUs.join()) return known;
  const shownHere = metrics.filter(({ id }) => shownMetrics.includes(id));
  const weeks = { daysUs, startsUs, figures: weeklyFigures(openedIn(startsUs), shownHere) };
  byWeek.set(cases(), weeks);
  return weeks;
}

function emptyPage(query: OverviewQuery, asOfUs: number): OverviewModel {
  const cases = listedCases(createCaseTable(), new Uint32Array(0));
  return prepareOverview(query, {
    asOfUs,
    period: null,
    now: shownOf(cases),
    ...{ before: null, weeks: null, marks: noMarks },
    counts: facetsOf(cases),
    costly: [],
    errors: new Map(),
    newestUs: null,
    evaluators: [],
    isWorkspaceEmpty: true,
  });
}
