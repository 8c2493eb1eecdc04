import { outcomeAt } from "@/lib/domain/outcome";
import { outcomeFacts } from "@/lib/rollup/outcome-facts";
import { worstOf } from "@/lib/rollup/worst-scores";
import type { CaseListRow } from "@/lib/store/list-case-rows";
import type { CaseListItem } from "@/lib/view/case-list-item";

/** A stored case as lists show it. @param asOfUs the instant as of which the outcome is told */
export function caseListItem(
  { contactRows: _contacts, handoffRows, promiseRows: _promises, ...row }: CaseListRow,
  asOfUs: number,
): CaseListItem {
  return {
    ...row,
    contexts: handoffRows.map(({ context }) => context),
    worstScore: worstOf(row.worstScores),
    outcome: outcomeAt(outcomeFacts(row, row), asOfUs),
  };
}
