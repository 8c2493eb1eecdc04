import { canonicalisePseudonyms } from "@/lib/cases/canonicalise-pseudonyms";
import { readBeginnings } from "@/lib/cases/read-beginnings";
import type { DerivedCase } from "@/lib/domain/case/case";
import type { Settings } from "@/lib/domain/settings/settings";
import { findCustomerFacts, findDisclosures } from "@/lib/disclosures/find-disclosures";
import { escalationReasonsOf } from "@/lib/evaluators/escalation/escalation-reasons-of";
import { findHandoffFacts } from "@/lib/evaluators/facts/find-handoff-facts";
import { notesOfContacts } from "@/lib/evaluators/notes/notes-of-contacts";
import { findPackets } from "@/lib/evaluators/packet/find-packets";
import { findPromises } from "@/lib/evaluators/promises/find-promises";
import { contactStyles } from "@/lib/evaluators/style/contact-styles";
import type { CaseFindings } from "@/lib/analytics/rows/case-findings";

/** Extracts the findings of a derived case that its row stores and its page shows. */
export function extractCaseFindings(whole: DerivedCase, settings: Settings): CaseFindings {
  const read = readBeginnings(whole.messages);
  const derived = read === whole.messages ? whole : { ...whole, messages: read };
  // Text that is judged but not quoted is canonicalised, so that findings do not depend on the workspace's key.
  const { messages } = canonicalisePseudonyms(derived.messages, []);
  return {
    facts: findHandoffFacts(derived),
    packets: findPackets(derived, settings),
    promises: findPromises(derived, settings),
    styles: contactStyles(derived),
    notes: notesOfContacts(derived, settings),
    disclosures: findDisclosures(derived, settings),
    customerFacts: findCustomerFacts(derived, settings),
    escalations: escalationReasonsOf({ ...derived, messages }, settings),
  };
}
