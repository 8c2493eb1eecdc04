import "server-only";
import { setImmediate as letOthersRun } from "node:timers/promises";
import { isInScope } from "@/lib/domain/people/permission";
import { listCases } from "@/lib/analytics/ask/list";
import { listCaseRows } from "@/lib/store/cases/list-case-rows";
import { scoresInQuery } from "@/lib/analytics/words/scores-in-query";
import { casesCsvHead, casesCsvLine } from "./cases-csv";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { caseListItem } from "@/lib/analytics/load/case-list-item";
import { decidingScores } from "@/lib/analytics/load/deciding-scores";
import { readSnapshot } from "@/lib/analytics/load/read-snapshot";
import type { SeenWorkspace } from "@/lib/analytics/load/seen-workspace";
import { readerOrEmpty } from "@/lib/analytics/load/workspace-reader";

/** Rows read at a time: other requests are served in between. */
const sliceRows = 500;

/**
 * All cases that a query lists, in order, as chunks of CSV. Cases and order are fixed at the start; a case that is
 * deleted or no longer visible by its turn is left out.
 * @param nowUs the instant of the outcomes, microseconds since 1970
 */
export async function* casesCsv(
  seen: SeenWorkspace,
  query: CasesQuery,
  nowUs: number,
): AsyncGenerator<string, void> {
  const bases = scoresInQuery(query);
  yield casesCsvHead(query.columns, bases);
  const { keys, asOfUs } = await readSnapshot(seen, query, nowUs, (cases) => ({
    keys: listCases(cases),
    asOfUs: cases.about.asOfUs,
  }));
  const reader = await readerOrEmpty(seen.path);
  for (let from = 0; from < keys.length; from += sliceRows) {
    const rows = await listCaseRows(reader, keys.subarray(from, from + sliceRows));
    const lines: string[] = [];
    for (const row of rows.filter((each) => isInScope(seen.scope, each))) {
      const deciding = await decidingScores(reader, row, bases);
      lines.push(casesCsvLine({ ...caseListItem(row, asOfUs), deciding }, query.columns));
    }
    yield lines.join("");
    await letOthersRun();
  }
}
