import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import type { DisclosedContact } from "./contact";
import { evaluateRule } from "./evaluate-rule";
import { evaluateRevocations, revocationFacts } from "./revocation/evaluate-revocations";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { isOfCustomer, isOfRevocation } from "@/lib/domain/disclosures/rule-reach";
import { findOnOtherChannel } from "./other-channel";
import { applyScope, factsForCustomer, type JudgedContact } from "./scope";

/**
 * Evaluates a rule on all contacts of a case.
 * @param ofCustomer what the customer's other cases say; null: not known
 * @returns one finding per contact, in the contacts' order
 */
export function evaluateOverCase(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
  ofCustomer: readonly CustomerFact[] | null,
): readonly CaseDisclosure[] {
  if (isOfRevocation(rule)) return evaluateRevocations(rule, contacts, ofCustomer ?? []);
  return applyScope(rule, judge(rule, contacts), ofCustomer);
}

/** What a case tells the customer's other cases about a rule. */
export function customerFactsOf(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
): readonly CustomerFact[] {
  if (isOfRevocation(rule)) return revocationFacts(rule, contacts);
  return isOfCustomer(rule.scope) ? factsForCustomer(rule, judge(rule, contacts)) : [];
}

function judge(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
): readonly JudgedContact[] {
  return contacts.map((contact) => {
    const finding = evaluateRule(rule, contact);
    const other = finding.status === "missing" ? findOnOtherChannel(rule, contacts) : null;
    return { contact, finding: other === null ? finding : { ...finding, ...other } };
  });
}
