import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { slaStatusAt } from "@/lib/analytics/rows/sla-status";
import { isInScope } from "@/lib/domain/people/permission";
import { listDue } from "@/lib/analytics/sla/read-sla";
import type { BusinessCalendar } from "@/lib/stats/time/business-time";
import { readSettings } from "@/lib/store/decisions/decisions";
import { listCaseRows, type CaseListRow } from "@/lib/store/cases/list-case-rows";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { csvHeader, csvLine } from "@/lib/analytics/charts/csv";
import { isoInstant } from "@/lib/format/format";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";
import { csvColumns } from "./words/page";

/** Rows read at a time: other requests are served in between. */
const sliceRows = 500;
const minuteUs = 60_000_000;

/**
 * All cases of a query that have a target, the earliest due first, as chunks of CSV.
 * @param nowUs the instant of the clocks, microseconds since 1970
 */
export async function* slaCsv(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
): AsyncGenerator<string, void> {
  yield `${csvHeader(Object.fromEntries(csvColumns.map((name) => [name, null])))}\r\n`;
  const reader = await readerOrEmpty(seen.path);
  const { businessHours: hours, timeZone } = await readSettings(reader);
  const { keys, asOfUs } = await readSnapshot(seen, query, nowUs, (cases) => ({
    keys: listDue(cases),
    asOfUs: cases.about.asOfUs,
  }));
  for (let from = 0; from < keys.length; from += sliceRows) {
    const rows = await listCaseRows(reader, keys.subarray(from, from + sliceRows));
    yield rows
      .filter((row) => isInScope(seen.scope, row) && row.mergedInto === null)
      .map((row) => `${csvLine(cellsOf(row, asOfUs, { hours, timeZone }))}\r\n`)
      .join("");
    await letOthersRun();
  }
}

function cellsOf(row: CaseListRow, asOfUs: number, calendar: BusinessCalendar) {
  const at = (instant: number | null) => (instant === null ? null : isoInstant(instant));
  const { state, dueUs, leftUs } = slaStatusAt(row, calendar, asOfUs);
  return [
    row.caseId,
    row.caseType,
    row.channels.join(" "),
    state,
    at(row.openedUs),
    at(row.slaRiskUs),
    at(dueUs),
    at(row.slaPausedUs),
    row.slaPauseReason,
    at(row.slaStoppedUs),
    dueUs === null ? null : Math.round(leftUs / minuteUs),
  ];
}
