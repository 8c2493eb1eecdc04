import "server-only";
import { isInScope, type Scope } from "@/lib/domain/permission";
import { createCaseTable } from "@/lib/rollup/case-table/case-table";
import { facetsOf } from "@/lib/rollup/case-table/count-facets";
import { listedCases, type CaseSet } from "@/lib/rollup/counts/case-set";
import {
  periodFigures,
  shownFigures,
  type PeriodFigures,
  type ShownFigures,
} from "@/lib/rollup/overview/overview-figures";
import { metrics } from "@/lib/rollup/metrics/metrics";
import { weeklyFigures } from "@/lib/rollup/overview/weekly-figures";
import type { Database } from "@/lib/store/database";
import { listCaseRows } from "@/lib/store/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/read-evaluator-versions";
import { evaluatorWords } from "@/lib/view/evaluator-words";
import type { OverviewModel } from "@/lib/view/overview/overview-model";
import { comparedMetrics, readMetrics, shownMetrics } from "@/lib/view/overview/prepare-figures";
import type { WeekFacts } from "@/lib/view/overview/prepare-line";
import type { CostlyFacts } from "@/lib/view/overview/prepare-cost";
import { prepareOverview } from "@/lib/view/overview/prepare-overview";
import type { OverviewQuery } from "@/lib/view/overview-query";
import { previousPeriod } from "@/lib/view/previous-period";
import { startOfDay, weeksOf } from "@/lib/view/resolve-period";
import { noMarks } from "@/lib/view/time-markers";
import { caseListItem } from "./case-list-item";
import { loadErrorSources } from "./error-sources";
import { findCases, type FoundCases } from "./find-cases";
import { axisOf, readMarkFacts } from "./mark-facts";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

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
  const figures = shown.get(cases) ?? shownFigures(cases, readMetrics);
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
