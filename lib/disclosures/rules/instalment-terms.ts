import type { Message } from "@/lib/domain/case/case";
import { isAgent, type DisclosedContact, type DisclosureRule } from "../rule";

const plan =
  /\b(instal?ments?|(payment|repayment) (plan|arrangement)[^.?!]{0,40}\b(months?|monthly|weekly|balance|arrears|overdue)|(monthly|weekly) payments|plan\b[^.?!]{0,40}\bpayments\b|(spread|split) (it|the (balance|cost|amount)) (over|into))\b/i;
const agreed =
  /\b(yes|ok(ay)?|agree[ds]?|go ahead|set it up|let['’]?s do|that['’]?s fine|sounds good|understood|alright|deal|confirm(ed)?)\b/i;
const setUp =
  /\b(is|are|['’]s|now|been|all) (set( up)?|active|activated|in place|arranged|booked)\b|\ball set\b|\bi['’]ve set\b|\bstart(s|ing) (on )?\d/i;

/**
 * Consumer credit and debt rules require the consequences of a missed payment before a plan is
 * agreed; a sample policy.
 */
export const instalmentTerms: DisclosureRule = {
  id: "instalment-terms",
  version: 1,
  title: "Say what a missed instalment means",
  isSpokenBy: isAgent,
  says: /\b(miss(ed|ing)?|late|fail(ed|ure)?|default(ed|ing)?|unpaid|don['’]t pay|not paid|skip(ped)?)\b[^.!?]{0,90}\b(due|report(ed)?|credit (agenc\w+|bureaus?|report|score|file|rating)|collections?|fees?|interest|charges?|cancel(led)?|terminate[ds]?)\b|\bcredit (agenc\w+|bureaus?|report|score|file|rating)\b/i,
  window: (contact) => {
    const offer = contact.messages.find((message) => isAgent(message) && plan.test(message.text));
    if (offer === undefined) {
      return { because: "No payment plan came up in this contact.", hangsOnWords: false };
    }
    const agreement = findAgreement(contact, offer);
    if (agreement === null) {
      return { because: "No payment plan was agreed in this contact.", hangsOnWords: true };
    }
    return { lastMessage: agreement, words: "before the payment plan was agreed", caveat: "" };
  },
};

/** The customer's consent to an agent's plan, or the agent's statement that it is set up. */
function findAgreement({ messages }: DisclosedContact, offer: Message): Message | null {
  const settled = messages.find((message) => {
    if (message.ordinal < offer.ordinal) return false;
    if (message.speaker === "customer") return agreed.test(message.text);
    return isAgent(message) && plan.test(message.text) && setUp.test(message.text);
  });
  return settled ?? null;
}
