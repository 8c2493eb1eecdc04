import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosedContact } from "./contact";
import { evaluateRule } from "./evaluate-rule";
import { evaluateRevocations } from "./revocation/evaluate-revocations";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findOnOtherChannel } from "./other-channel";
import { applyScope, type GivenEarlier } from "./scope";

/**
 * Evaluates a rule on all contacts of a case.
 * @param earlier what the customer's earlier cases gave; null: not known
 * @returns one finding per contact, in the contacts' order
 */
export function evaluateOverCase(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
  earlier: readonly GivenEarlier[] | null,
): readonly CaseDisclosure[] {
  if (rule.prohibited && rule.trigger.event === "customer_revokes_consent") {
    return evaluateRevocations(rule, contacts);
  }
  const judged = contacts.map((contact) => {
    const finding = evaluateRule(rule, contact);
    const other = finding.status === "missing" ? findOnOtherChannel(rule, contacts) : null;
    return { contact, finding: other === null ? finding : { ...finding, ...other } };
  });
  return applyScope(rule, judged, earlier);
}
