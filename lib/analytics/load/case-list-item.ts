import { outcomeAt } from "@/lib/domain/case/outcome";
import { outcomeFacts } from "../rows/outcome-facts";
import { worstOf } from "../rows/worst-scores";
import type { CaseListRow } from "@/lib/store/cases/list-case-rows";
import type { CaseListItem } from "../words/case-list-item";

/** A stored case as lists show it. @param asOfUs the instant of the outcome, microseconds since 1970 */
export function caseListItem(
  { handoffRows, lastOrdinal: _, ...row }: CaseListRow,
  asOfUs: number,
): CaseListItem {
  return {
    ...row,
    contexts: handoffRows.map(({ context }) => context),
    worstScore: worstOf(row.worstScores),
    outcome: outcomeAt(outcomeFacts(row, row), asOfUs),
  };
}
