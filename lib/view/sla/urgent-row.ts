import type { SlaState } from "@/lib/domain/sla-state";
import { businessUsBetween, type BusinessCalendar } from "@/lib/stats/business-time";
import { caseHref } from "../case-href";
import type { CaseListItem } from "../cases-page-model";
import { formatBusinessTime, formatDuration } from "../format";
import type { UrgentRow } from "./sla-model";
import { slaStateWords } from "./sla-words";

/**
 * Prepares an open case that is overdue or at risk.
 * @param clock when it is due, and how it stands, as of `asOfUs`; microseconds since 1970
 */
export function urgentRow(
  item: Pick<CaseListItem, "caseId" | "caseType" | "journey">,
  clock: { readonly dueUs: number; readonly state: SlaState },
  asOfUs: number,
  calendar: BusinessCalendar,
): UrgentRow {
  const { dueUs, state } = clock;
  const isLate = dueUs < asOfUs;
  const businessUs = isLate
    ? businessUsBetween(dueUs, asOfUs, calendar)
    : businessUsBetween(asOfUs, dueUs, calendar);
  return {
    caseId: item.caseId,
    href: caseHref(item.caseId),
    caseType: item.caseType ?? "No type",
    journey: item.journey,
    stateWords: slaStateWords[state].label,
    tone: slaStateWords[state].tone,
    dueUs,
    leftWords: `${formatDuration(Math.abs(dueUs - asOfUs))} ${isLate ? "late" : "left"}`,
    businessWords: businessUs === 0 ? "all outside business hours" : formatBusinessTime(businessUs),
  };
}
