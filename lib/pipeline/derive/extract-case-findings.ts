import { readBeginnings } from "@/lib/cases/read-beginnings";
import type { CaseToJudge, DerivedCase } from "@/lib/domain/case/case";
import type { Settings } from "@/lib/domain/settings/settings";
import { findCustomerFacts, findDisclosures } from "@/lib/disclosures/find-disclosures";
import { escalationReasonsOf } from "@/lib/evaluators/escalation/escalation-reasons-of";
import { findHandoffFacts } from "@/lib/evaluators/facts/find-handoff-facts";
import { notesOfContacts } from "@/lib/evaluators/notes/notes-of-contacts";
import { findPackets } from "@/lib/evaluators/packet/find-packets";
import { findCommitments } from "@/lib/evaluators/promises/find-commitments";
import { findPromises } from "@/lib/evaluators/promises/find-promises";
import { contactStyles } from "@/lib/evaluators/style/contact-styles";
import type { CaseFindings } from "@/lib/analytics/rows/case-findings";

/**
 * Extracts the findings of a derived case that its row stores and its page shows.
 * @param judged the same case as evaluators read it, whose offsets are valid in the whole text: what they read in it
 *   (promises, style) is not read again. Details are compared in the whole text, where a pseudonym is no number.
 */
export function extractCaseFindings(
  whole: DerivedCase,
  judged: CaseToJudge,
  settings: Settings,
): CaseFindings {
  const read = readBeginnings(whole.messages);
  const derived = read === whole.messages ? whole : { ...whole, messages: read };
  return {
    facts: findHandoffFacts(derived, findCommitments(judged.messages)),
    packets: findPackets(derived, settings),
    promises: findPromises(judged, settings),
    styles: contactStyles(judged),
    notes: notesOfContacts(judged, settings),
    disclosures: findDisclosures(derived, settings),
    customerFacts: findCustomerFacts(derived, settings),
    escalations: escalationReasonsOf(judged, settings),
  };
}
