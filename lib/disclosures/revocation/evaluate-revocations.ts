import type { Message, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { appliesTo, type Applies } from "../applies";
import { speakerOf, type DisclosedContact } from "../contact";
import { dueAfter } from "../due-after";
import { findUnreadable } from "../find-unreadable";
import { noFinding, type Judged } from "../judged";
import type { CustomerFact } from "@/lib/domain/disclosures/customer-fact";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findRevocation, type Revocation } from "./find-revocation";
import { dayOf, isAfter, sentAfter, wholeOf } from "./messages-sent";
import { readConfirmation } from "./read-confirmation";
import { findSentDespite } from "./sent-despite";
import { readResumption } from "./read-revocation";

/**
 * Evaluates that a customer's revocation was honoured on every channel of the case: confirmed, and nothing sent
 * afterwards by a medium that was revoked. The finding is that of the contact in which it was said: `missing` quotes
 * what was sent, `given` the confirmation. Without either it is not evaluable, since other systems may have sent.
 * What was sent in spite of a revocation in another case is `missing` in the contact in which it was sent.
 * @param ofCustomer what the customer's other cases say
 * @returns one finding per contact, in the contacts' order
 */
export function evaluateRevocations(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
  ofCustomer: readonly CustomerFact[],
): readonly CaseDisclosure[] {
  const { id, version, title } = rule;
  const facts = ofCustomer.filter((each) => each.rule === id);
  return contacts.map((contact) => {
    const about = { rule: id, version, title, interaction: contact.interaction.ordinal };
    const despite = findSentDespite(rule, contact, contacts, facts);
    if (despite !== null) return { ...about, ...despite };
    const applies = appliesTo(rule, contact);
    if (applies.is !== "required") {
      return { ...about, ...noFinding, ...reasonOf(rule, contact, applies) };
    }
    const revoked = findRevocation(contact.messages, contact.interaction.channel);
    return revoked === null
      ? { ...about, ...noFinding, status: "not_required", because: "Nothing was revoked." }
      : { ...about, ...judge(rule, revoked, contact, contacts) };
  });
}

/** What a case tells the customer's other cases: when consent was revoked, until when sending was allowed, and resumptions. */
export function revocationFacts(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
): readonly CustomerFact[] {
  return contacts.flatMap((contact): CustomerFact[] => {
    const { channel } = contact.interaction;
    const shared = { rule: rule.id, channel };
    const resumed = contact.messages
      .filter(({ speaker, text }) => speaker === "customer" && readResumption(text))
      .map(({ atUs }) => ({ ...shared, kind: "resumed" as const, atUs }));
    if (appliesTo(rule, contact).is === "not_required") return resumed;
    const revoked = findRevocation(contact.messages, channel);
    if (revoked === null) return resumed;
    const { atUs } = revoked.message;
    const untilUs = stopBy(rule, revoked, findConfirmation(revoked, contact, contacts));
    if (!Number.isFinite(untilUs)) return resumed;
    return [...resumed, { ...shared, kind: "revoked", atUs, untilUs, media: revoked.media }];
  });
}

/** Nothing may be sent after this instant, µs. */
function stopBy(rule: DisclosureRule, revoked: Revocation, confirmation: Confirmation): number {
  const dueUs = dueAfter(rule.deadline, revoked.message.atUs);
  return Math.min(confirmation?.message.atUs ?? Infinity, dueUs ?? Infinity);
}

/** Words in another language may have revoked it. */
function reasonOf(
  rule: DisclosureRule,
  { messages }: DisclosedContact,
  { is, ...reason }: Exclude<Applies, { readonly is: "required" }>,
): Pick<Judged, "status" | "because"> & Partial<Pick<Judged, "unread">> {
  const said = messages.filter((message) => speakerOf(message) === "customer");
  const unreadable = reason.because.startsWith("The customer revoked")
    ? findUnreadable(said, rule.language)
    : null;
  return unreadable === null
    ? { status: is, ...reason }
    : { status: "not_evaluable", ...unreadable };
}

const minuteUs = 60_000_000;
const confirmWithinUs = 5 * minuteUs;

function judge(
  rule: DisclosureRule,
  revoked: Revocation,
  contact: DisclosedContact,
  contacts: readonly DisclosedContact[],
): Judged {
  const { atUs } = revoked.message;
  const sent = sentAfter(revoked, contact, contacts);
  const confirmation = findConfirmation(revoked, contact, contacts);
  const dueUs = dueAfter(rule.deadline, atUs);
  const untilUs = stopBy(rule, revoked, confirmation);
  const further = sent.filter(({ message }) => message !== confirmation?.message);
  const tooLate = further.find(({ message }) => message.atUs > untilUs);
  const place = { ...noFinding, trigger: revoked.quote, dueUs, ...searchedIn(revoked, contacts) };
  const media = revoked.media.join(", ");
  if (tooLate !== undefined) {
    const because = `Sent by ${tooLate.channel} on ${dayOf(tooLate.message)}, after the customer had revoked it by ${contact.interaction.channel} on ${dayOf(revoked.message)}${confirmation === null ? "" : " and it had been confirmed"}.`;
    return { ...place, status: "missing", quote: wholeOf(tooLate.message), because };
  }
  if (confirmation !== null) {
    const isInTime =
      confirmation.message.interaction === revoked.message.interaction ||
      confirmation.message.atUs <= atUs + confirmWithinUs;
    const because = isInTime
      ? `Confirmed, and nothing was sent by ${media} afterwards in this case.`
      : "Confirmed later than five minutes after it.";
    return { ...place, status: isInTime ? "given" : "late", quote: confirmation.quote, because };
  }
  const [first] = further;
  const unknown = "What other systems sent does not show in this case.";
  const because =
    first === undefined
      ? `Nobody confirmed it, and nothing was sent by ${media} afterwards in this case. ${unknown}`
      : `Sent by ${first.channel} on ${dayOf(first.message)}, before the time to stop was over, and nothing later. ${unknown}`;
  const quote = first === undefined ? null : wholeOf(first.message);
  return { ...place, status: "not_evaluable", quote, because, unread: "unseen" };
}

type Confirmation = { readonly message: Message; readonly quote: Quote } | null;

function findConfirmation(
  { message: revoking, media }: Revocation,
  own: DisclosedContact,
  contacts: readonly DisclosedContact[],
): Confirmation {
  const possible = contacts
    .filter((each) => each === own || media.includes(each.interaction.channel))
    .flatMap(({ messages }) => messages)
    .filter((message) => isAfter(message, revoking) && speakerOf(message) !== "customer")
    .filter((message) => speakerOf(message) !== null)
    .toSorted((a, b) => a.atUs - b.atUs);
  for (const message of possible) {
    const said = readConfirmation(message.text);
    if (said === null) continue;
    return { message, quote: { message: message.ordinal, start: said.start, end: said.end } };
  }
  return null;
}

function searchedIn(
  { message: revoking }: Revocation,
  contacts: readonly DisclosedContact[],
): Pick<Judged, "dueMessage" | "searched"> {
  const later = contacts
    .flatMap(({ messages }) => messages)
    .filter((message) => message.speaker === "agent" && isAfter(message, revoking))
    .toSorted((a, b) => a.ordinal - b.ordinal);
  const [first, last] = [later[0], later.at(-1)];
  if (first === undefined || last === undefined) return { dueMessage: null, searched: null };
  return {
    dueMessage: last.ordinal,
    searched: {
      firstMessage: first.ordinal,
      lastMessage: last.ordinal,
      messages: later.length,
      fromUs: first.atUs,
      toUs: last.atUs,
    },
  };
}
