import "server-only";
import { isInScope, type Scope } from "@/lib/domain/permission";
import { createCaseTable, type CaseTable } from "@/lib/rollup/case-table/case-table";
import { countFacets } from "@/lib/rollup/case-table/count-facets";
import { selectCases, type Selection } from "@/lib/rollup/case-table/select-cases";
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
import { findCases, type FoundCases } from "./find-cases";
import { axisOf, readMarkFacts } from "./mark-facts";
import type { SeenWorkspace } from "./seen-workspace";
import { workspaceReader } from "./workspace-reader";

/** A selection is another one as soon as a case or an outcome changes. */
const shown = new WeakMap<Selection, ShownFigures>();
const compared = new WeakMap<Selection, PeriodFigures>();

/**
 * Reads what the Overview shows.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function loadOverviewPage(
  { path, scope }: SeenWorkspace,
  query: OverviewQuery,
  asOfUs: number,
): Promise<OverviewModel> {
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const found = await findCases(reader, scope, query.cases, asOfUs);
  const { table, selection, period } = found;
  const earlier = query.compare === "previous" ? previousPeriod(query.cases.period, period) : null;
  const now = shownOf(table, selection);
  const facts = {
    asOfUs,
    period,
    now,
    before:
      earlier === null
        ? null
        : { figures: comparedOf(table, found.over(earlier).selection), period: earlier },
    counts: found.counts(),
    weeks: weeksIn(found),
    newestUs: found.extent?.newestUs ?? null,
    isWorkspaceEmpty: scope === null && table.count === 0,
  };
  const axis = axisOf(found);
  const marks = axis === null ? noMarks : await readMarkFacts(reader, found, axis);
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  return prepareOverview(query, {
    ...{ ...facts, evaluators, marks },
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

function shownOf(table: CaseTable, selection: Selection): ShownFigures {
  const figures = shown.get(selection) ?? shownFigures(table, selection.keys, readMetrics);
  shown.set(selection, figures);
  return figures;
}

function comparedOf(table: CaseTable, selection: Selection): PeriodFigures {
  const known = compared.get(selection);
  const figures = known ?? periodFigures(table, selection.keys, comparedMetrics);
  compared.set(selection, figures);
  return figures;
}

const byWeek = new WeakMap<Selection, WeekFacts>();

function weeksIn({ table, selection, period, timeZone }: FoundCases): WeekFacts | null {
  if (period === null) return null;
  const known = byWeek.get(selection);
  const daysUs = weeksOf(period);
  if (known?.daysUs[0] === daysUs[0] && known?.daysUs.length === daysUs.length) return known;
  const startsUs = daysUs.map((dayStartUs) => startOfDay(dayStartUs, timeZone));
  const shownHere = metrics.filter(({ id }) => shownMetrics.includes(id));
  const figures = weeklyFigures(table, selection.keys, shownHere, startsUs);
  const weeks = { daysUs, startsUs, figures };
  byWeek.set(selection, weeks);
  return weeks;
}

function emptyPage(query: OverviewQuery, asOfUs: number): OverviewModel {
  const table = createCaseTable();
  const { facets, metric } = query.cases;
  const selection = selectCases(table, { facets, metric, period: null, matches: null });
  return prepareOverview(query, {
    asOfUs,
    period: null,
    now: shownOf(table, selection),
    ...{ before: null, weeks: null, marks: noMarks },
    counts: countFacets(table, selection),
    costly: [],
    newestUs: null,
    evaluators: [],
    isWorkspaceEmpty: true,
  });
}
