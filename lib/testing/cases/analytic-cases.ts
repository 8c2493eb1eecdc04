import type { CaseTableRow } from "@/lib/analytics/case-table/case-table-row";
import type { AnalyticCase } from "@/lib/analytics/tables/cases-table";
import { openAnalyticStore, type AnalyticQueries } from "@/lib/store/analytics/analytic-store";

/** Runs a function with the analytic tables of some cases, whose ids are in the order of their keys. */
export async function withAnalyticTables(
  rows: readonly CaseTableRow[],
  work: (queries: AnalyticQueries) => Promise<void>,
): Promise<void> {
  const store = await openAnalyticStore(":memory:");
  try {
    await store.apply({ removed: [], rows: rows.map(toAnalyticCase), position: "" });
    await work(await store.begin());
  } finally {
    store.close();
  }
}

function toAnalyticCase(row: CaseTableRow): AnalyticCase {
  return { ...row, caseId: `C-${String(row.key).padStart(4, "0")}`, changed: row.key };
}
