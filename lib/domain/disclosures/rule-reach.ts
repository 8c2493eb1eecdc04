import type { DisclosureRule, RuleScope } from "./rule";

/** True if what other cases of the customer say can change a rule's findings. */
export function looksAcrossCases(rule: DisclosureRule): boolean {
  return isOfRevocation(rule) || isOfCustomer(rule.scope);
}

/** True if the rule forbids what the customer revoked consent to, in any case. */
export function isOfRevocation({ prohibited, trigger }: DisclosureRule): boolean {
  return prohibited && trigger.event === "customer_revokes_consent";
}

/** True if what other cases of the customer gave counts. */
export function isOfCustomer(scope: RuleScope): boolean {
  return scope === "once_per_customer" || scope === "once_per_period";
}
