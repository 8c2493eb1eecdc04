import "server-only";
import { slaStandingAt } from "@/lib/analytics/rows/sla-standing";
import { isInScope } from "@/lib/domain/people/permission";
import { createCaseTable } from "@/lib/analytics/case-table/case-table";
import { facetsOf } from "@/lib/analytics/facets/count-facets";
import { listedCases, type CaseSet } from "@/lib/analytics/counts/case-set";
import { countsOfSet } from "@/lib/analytics/counts/counts";
import type { Figure } from "@/lib/analytics/metrics/figure";
import { figureOf } from "@/lib/analytics/metrics/figure-of";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { slaMetrics } from "@/lib/analytics/metrics/sla-metrics";
import { breakdowns } from "@/lib/analytics/ask/breakdown";
import type { GroupRates } from "@/lib/analytics/counts/group-rates";
import type { RowFacet } from "@/lib/analytics/facets/facet-groups";
import { slaBreakdowns } from "./breakdowns";
import { teamFigures, type TeamsFigures } from "./team-figures";
import { tallySla, type SlaTally } from "./tally-sla";
import { defaultSettings } from "@/lib/domain/settings/settings";
import { readSettings } from "@/lib/store/decisions/decisions";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { prepareSla } from "./prepare-sla";
import { teamMetricIds } from "./prepare-teams";
import type { SlaModel } from "./sla-model";
import { urgentRow } from "./urgent-row";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { findCases } from "@/lib/analytics/load/find-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

const rowsMax = 12;
const teamsMax = 12;

type Counted = {
  readonly tally: SlaTally;
  readonly rates: ReadonlyMap<RowFacet, GroupRates>;
  readonly figures: ReadonlyMap<string, Figure>;
  readonly teams: TeamsFigures;
};
/** A set of cases is another one as soon as a case or an outcome changes. */
const remembered = new WeakMap<CaseSet, Counted>();

/**
 * Reads what the SLA page shows.
 * @param asOfUs the instant as of which clocks are read, microseconds since 1970
 */
export async function loadSlaPage(
  seen: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
): Promise<SlaModel> {
  const { path, scope } = seen;
  const reader = workspaceReader(path);
  if (reader === null) return emptyPage(query, asOfUs);
  const settings = await readSettings(reader);
  const found = await findCases(reader, scope, query, asOfUs);
  const { table, period, extent } = found;
  const counted = countSla(found.cases(), found.selection().keys, query);
  const { tally } = counted;
  const facts = {
    ...{ asOfUs, period, settings, ...counted, counts: found.facets() },
    newestUs: extent?.newestUs ?? null,
    isWorkspaceEmpty: scope === null && table.count === 0,
  };
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const rows = (await listCaseRows(reader, tally.urgent))
    .filter((row) => isInScope(scope, row))
    .flatMap((row) => {
      const standing = slaStandingAt(row, calendar, asOfUs);
      if (standing.dueUs === null) return [];
      return [urgentRow(caseListItem(row, asOfUs), standing, standing.dueUs)];
    });
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const errors = await loadErrorSources(seen, slaMetrics);
  return prepareSla(query, { ...facts, rows, evaluators, errors });
}

/** @param keys of the same cases, ascending */
function countSla(cases: CaseSet, keys: Uint32Array, { facets }: CasesQuery): Counted {
  const known = remembered.get(cases);
  if (known !== undefined) return known;
  const { table } = cases;
  const counts = countsOfSet(cases);
  const figures = slaMetrics.map((metric) => [metric.id, figureOf(metric, counts)] as const);
  const asked = metrics.filter(({ id }) => teamMetricIds.some((each) => each === id));
  const tally = tallySla(table, keys, rowsMax);
  const counted = {
    ...{ tally, rates: breakdowns(cases, slaBreakdowns) },
    figures: new Map(figures),
    teams: teamFigures(table, keys, asked, { only: facets.team, most: teamsMax }),
  };
  remembered.set(cases, counted);
  return counted;
}

function emptyPage(query: CasesQuery, asOfUs: number): SlaModel {
  const keys = new Uint32Array(0);
  const cases = listedCases(createCaseTable(), keys);
  return prepareSla(query, {
    ...{ asOfUs, period: null, newestUs: null, evaluators: [], rows: [], isWorkspaceEmpty: true },
    ...countSla(cases, keys, query),
    counts: facetsOf(cases),
    errors: new Map(),
    settings: defaultSettings,
  });
}
