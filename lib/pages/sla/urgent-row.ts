import type { SlaStatus } from "@/lib/domain/case/sla-clock";
import { caseHref } from "@/lib/pages/case/href";
import type { CaseListItem } from "@/lib/analytics/words/case-list-item";
import { leftWords } from "@/lib/format/clock-words";
import type { UrgentRow } from "./sla-model";
import { noType, slaStateWords } from "./words/page";

/**
 * Prepares an open case that is overdue or at risk.
 * @param dueUs when, microseconds since 1970
 */
export function urgentRow(
  item: Pick<CaseListItem, "caseId" | "caseType" | "journey">,
  status: SlaStatus,
  dueUs: number,
): UrgentRow {
  const { state } = status;
  return {
    caseId: item.caseId,
    href: caseHref(item.caseId),
    caseType: item.caseType ?? noType,
    journey: item.journey,
    stateWords: slaStateWords[state].label,
    tone: slaStateWords[state].tone,
    dueUs,
    leftWords: leftWords(status),
  };
}
