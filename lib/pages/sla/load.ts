import "server-only";
import { slaStatusAt, workableFromUs } from "@/lib/analytics/rows/sla-status";
import { isInScope } from "@/lib/domain/people/permission";
import { metrics } from "@/lib/analytics/metrics/metrics";
import { slaMetrics } from "@/lib/analytics/metrics/sla-metrics";
import { slaBreakdowns } from "./breakdowns";
import { readEndKnown } from "@/lib/analytics/outcomes/end-known";
import { readSla } from "@/lib/analytics/sla/read-sla";
import { readSettings } from "@/lib/store/decisions/decisions";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { readEvaluatorVersions } from "@/lib/store/decisions/read-evaluator-versions";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { evaluatorWords } from "@/lib/format/scores/evaluator-words";
import { prepareSla } from "./prepare-sla";
import { teamMetricIds } from "./prepare-teams";
import { timeMetricIds } from "./prepare-times";
import type { SlaModel } from "./sla-model";
import { urgentRow } from "./urgent-row";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { loadErrorSources } from "@/lib/pages/quality/load-error-sources";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

const metricsOf = (ids: readonly string[]) => metrics.filter(({ id }) => ids.includes(id));
const [teamMetrics, timeMetrics] = [metricsOf(teamMetricIds), metricsOf(timeMetricIds)];

/**
 * Reads what the SLA page shows.
 * @param nowUs the instant of the clocks, microseconds since 1970
 */
export async function loadSlaPage(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
): Promise<SlaModel> {
  const reader = await readerOrEmpty(seen.path);
  const settings = await readSettings(reader);
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const facts = await readSnapshot(seen, query, nowUs, (cases) => {
    const teams = query.facets.team;
    const workableUs = workableFromUs(cases.about.asOfUs, calendar);
    const request = { breakdowns: slaBreakdowns, teamMetrics, timeMetrics, teams, workableUs };
    const known = readEndKnown(cases);
    return { ...cases.about, counts: cases.facets(), known, ...readSla(cases, request) };
  });
  const rows = (await listCaseRows(reader, facts.tally.urgent))
    .filter((row) => isInScope(seen.scope, row))
    .flatMap((row) => {
      const status = slaStatusAt(row, calendar, facts.asOfUs);
      if (status.dueUs === null) return [];
      return [urgentRow(caseListItem(row, facts.asOfUs), status, status.dueUs)];
    });
  const evaluators = (await readEvaluatorVersions(reader)).map(evaluatorWords);
  const errors = await loadErrorSources(seen, slaMetrics);
  return prepareSla(query, { ...facts, settings, rows, evaluators, errors });
}
