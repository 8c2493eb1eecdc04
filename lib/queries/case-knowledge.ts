import { slaClock } from "@/lib/cases/sla-clock";
import { findDisclosures } from "@/lib/disclosures/find-disclosures";
import type { DerivedCase } from "@/lib/domain/case";
import type { CaseKnowledge } from "@/lib/domain/case-knowledge";
import type { Settings } from "@/lib/domain/settings";
import { findHandoffFacts } from "@/lib/evaluators/facts/find-handoff-facts";
import { findPackets } from "@/lib/evaluators/packet/find-packets";
import { findPromises } from "@/lib/evaluators/promises/find-promises";
import { remember } from "@/lib/evaluators/remember";

const handoffFactsOf = remember((derived: DerivedCase) => findHandoffFacts(derived));
const disclosuresOf = remember((derived: DerivedCase) => findDisclosures(derived));

/**
 * Reads out of a stored case what is known of its handoffs, promises, disclosures and clock: a
 * function of the case, the settings and the date. What hangs on the case alone is remembered with it.
 * @param asOfUs microseconds since 1970
 */
export function caseKnowledge(
  derived: DerivedCase,
  settings: Settings,
  asOfUs: number,
): CaseKnowledge {
  return {
    handoffFacts: handoffFactsOf(derived),
    packets: findPackets(derived, settings),
    promises: findPromises(derived, settings),
    disclosures: disclosuresOf(derived),
    slaClock: slaClock(derived, settings, asOfUs),
  };
}
