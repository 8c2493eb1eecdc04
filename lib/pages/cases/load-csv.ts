import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { isInScope } from "@/lib/domain/people/permission";
import { sortCases } from "@/lib/analytics/select/sort-cases";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { scoresInQuery } from "@/lib/analytics/words/scores-in-query";
import { casesCsvHead, casesCsvLine } from "./cases-csv";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { decidingScores } from "@/lib/analytics/load/deciding-scores";
import { findCases } from "@/lib/analytics/load/find-cases";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { workspaceReader } from "@/lib/analytics/load/workspace-reader";

/** Rows read in one go: other requests are answered between two of them. */
const sliceRows = 500;

/**
 * Everything that a query lists, all pages in their order, as CSV: a part at a time. Which cases and in
 * which order is settled at the start; a case that is gone, or no longer seen, by its turn is left out.
 * @param asOfUs the instant as of which outcomes are told, microseconds since 1970
 */
export async function* casesCsv(
  { path, scope }: SeenWorkspace,
  query: CasesQuery,
  asOfUs: number,
): AsyncGenerator<string, void> {
  const asked = scoresInQuery(query);
  yield casesCsvHead(query.columns, asked);
  const reader = workspaceReader(path);
  if (reader === null) return;
  const found = await findCases(reader, scope, query, asOfUs);
  const { table, order } = found;
  const selection = found.selection();
  const keys = sortCases(table, selection.keys, order, 0, selection.keys.length);
  for (let from = 0; from < keys.length; from += sliceRows) {
    const rows = await listCaseRows(reader, keys.subarray(from, from + sliceRows));
    const lines: string[] = [];
    for (const row of rows.filter((each) => isInScope(scope, each))) {
      const deciding = await decidingScores(reader, row, asked);
      lines.push(casesCsvLine({ ...caseListItem(row, asOfUs), deciding }, query.columns));
    }
    yield lines.join("");
    await letOthersRun();
  }
}
