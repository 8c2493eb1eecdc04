import { slaClock } from "@/lib/cases/sla-clock";
import { slaStatusAt } from "@/lib/analytics/rows/sla-status";
import { noKnowledge, type CaseKnowledge } from "@/lib/domain/case/case-knowledge";
import type { Settings } from "@/lib/domain/settings/settings";
import { slaInstants } from "@/lib/analytics/rows/sla-instants";
import type { StoredCase } from "@/lib/store/cases/read-case";

/**
 * A stored case's findings, none where they are not stored yet, with its service clock: a function of the case, the
 * settings and the date.
 * @param asOfUs microseconds since 1970
 */
export function caseKnowledge(
  { derived, knowledge, row }: Pick<StoredCase, "derived" | "knowledge" | "row">,
  settings: Settings,
  asOfUs: number,
): CaseKnowledge {
  const { segments, usedUs, targetUs, targetFrom } = slaClock(derived, settings, asOfUs);
  const calendar = { hours: settings.businessHours, timeZone: settings.timeZone };
  const status = slaStatusAt(slaInstants(derived, settings), calendar, asOfUs);
  return {
    ...(knowledge ?? noKnowledge),
    reviews: row.disclosureRows.map(({ review }) => review),
    slaClock: { segments, usedUs, targetUs, targetFrom, status },
  };
}
