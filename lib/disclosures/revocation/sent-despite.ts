import type { Message } from "@/lib/domain/case/case";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { appliesTo } from "../applies";
import type { DisclosedContact } from "../contact";
import { noFinding, type Judged } from "../judged";
import { dayOf, isAfter, unprompted, wholeOf } from "./messages-sent";
import { readConfirmation } from "./read-confirmation";
import { readResumption } from "./read-revocation";

type Revoked = Extract<CustomerFact, { kind: "revoked" }>;

/**
 * Finds what a contact sent in spite of a revocation in another case of the customer: no answers to the customer, no
 * calls by the customer, no confirmation, and nothing after the customer asked to be contacted again.
 * @param facts what the customer's other cases say of the rule
 * @returns null if it sent nothing of the kind
 */
export function findSentDespite(
  rule: DisclosureRule,
  contact: DisclosedContact,
  contacts: readonly DisclosedContact[],
  facts: readonly CustomerFact[],
): Judged | null {
  const { channel } = contact.interaction;
  const revoked = facts.filter(
    (each): each is Revoked => each.kind === "revoked" && each.media.includes(channel),
  );
  if (revoked.length === 0) return null;
  const applies = appliesTo({ ...rule, trigger: { ...rule.trigger, event: null } }, contact);
  if (applies.is === "not_required") return null;
  const resumedUs = facts.flatMap(({ kind, atUs }) => (kind === "resumed" ? [atUs] : []));
  const resumptions = contacts
    .flatMap(({ messages }) => messages)
    .filter(({ speaker, text }) => speaker === "customer" && readResumption(text));
  for (const message of unprompted(contact, contact.messages)) {
    const inForce = revoked
      .filter(({ untilUs }) => message.atUs > untilUs)
      .filter(({ atUs }) => !isResumed(atUs, message, resumedUs, resumptions))
      .toSorted((a, b) => b.atUs - a.atUs)[0];
    if (inForce === undefined || readConfirmation(message.text) !== null) continue;
    const because = `Sent by ${channel} on ${dayOf(message)}, after the customer had revoked it by ${inForce.channel} on ${dayOf(inForce)} in another case.`;
    const place = { ...noFinding, dueUs: inForce.untilUs, dueMessage: message.ordinal };
    return applies.is === "required"
      ? { ...place, status: "missing", quote: wholeOf(message), because }
      : {
          ...{ ...place, unread: applies.unread },
          status: "not_evaluable",
          because: `${applies.because} ${because}`,
        };
  }
  return null;
}

/** @param resumedUs when the customer asked for it in other cases; @param resumptions in this one */
function isResumed(
  revokedUs: number,
  message: Message,
  resumedUs: readonly number[],
  resumptions: readonly Message[],
): boolean {
  return (
    resumedUs.some((atUs) => atUs > revokedUs && atUs < message.atUs) ||
    resumptions.some((each) => each.atUs > revokedUs && isAfter(message, each))
  );
}
