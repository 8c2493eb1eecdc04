import { slaClock } from "@/lib/cases/sla-clock";
import { noKnowledge, type CaseKnowledge } from "@/lib/domain/case-knowledge";
import type { Settings } from "@/lib/domain/settings";
import type { StoredCase } from "@/lib/store/read-case";

/**
 * What was found in a stored case's words, none where that is not stored yet, with its service clock: a
 * function of the case, the settings and the date.
 * @param asOfUs microseconds since 1970
 */
export function caseKnowledge(
  { derived, knowledge }: Pick<StoredCase, "derived" | "knowledge">,
  settings: Settings,
  asOfUs: number,
): CaseKnowledge {
  return { ...(knowledge ?? noKnowledge), slaClock: slaClock(derived, settings, asOfUs) };
}
