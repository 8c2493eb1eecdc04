import type { Message, Quote } from "@/lib/domain/case/case";
import type { CaseDisclosure } from "@/lib/domain/case/case-disclosure";
import { plainSpeech } from "@/lib/cases/words/plain-speech";
import { splitSentences } from "@/lib/cases/words/sentences";
import { appliesTo } from "../applies";
import { speakerOf, type DisclosedContact } from "../contact";
import { dueAfter } from "../due-after";
import { findUnreadable } from "../find-unreadable";
import { noFinding, type Judged } from "../judged";
import type { DisclosureRule } from "@/lib/domain/disclosures/rule";
import { findRevocation, type Revocation } from "./find-revocation";
import { readResumption } from "./read-revocation";

/**
 * Evaluates that a customer's revocation was honoured on every channel of the case: confirmed, and nothing sent
 * afterwards by a medium that was revoked. The finding is that of the contact in which it was said: `missing` quotes
 * what was sent, `given` the confirmation. Without either it is not evaluable, since other systems may have sent.
 * @returns one finding per contact, in the contacts' order
 */
export function evaluateRevocations(
  rule: DisclosureRule,
  contacts: readonly DisclosedContact[],
): readonly CaseDisclosure[] {
  const { id, version, title } = rule;
  return contacts.map((contact) => {
    const about = { rule: id, version, title, interaction: contact.interaction.ordinal };
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

/** Words in another language may have revoked it. */
function reasonOf(
  rule: DisclosureRule,
  { messages }: DisclosedContact,
  { is, because }: { readonly is: "not_required" | "not_evaluable"; readonly because: string },
): Pick<Judged, "status" | "because"> {
  const said = messages.filter((message) => speakerOf(message) === "customer");
  const unreadable = because.startsWith("The customer revoked")
    ? findUnreadable(said, rule.language)
    : null;
  return unreadable === null
    ? { status: is, because }
    : { status: "not_evaluable", because: unreadable };
}

const minuteUs = 60_000_000;
const confirmWithinUs = 5 * minuteUs;

const texts = "(?:texts?|text messages?|messages?|calls?|e ?mails?)";
const confirms = new RegExp(
  [
    "\\b(?:unsubscribed|(?:have|has|been|are|is|am|now) opted (?:you )?out)\\b",
    "\\b(?:will|shall|should|would) (?:no longer|not|never)(?: \\w+){0,2} (?:receive|get|text|call|contact|message|e ?mail|send|hear|texted|called|contacted|e ?mailed)\\b",
    "\\b(?:no longer|never) (?:receive|get|text|call|contact|message|be (?:texted|called|contacted|e ?mailed))\\b",
    `\\bno (?:more|further) (?:\\w+ )?${texts}\\b`,
    "\\b(?:removed?|taken?|taking|removing|deleted?)(?: \\w+){1,4} (?:off|from|out of) (?:\\w+ ){0,4}(?:lists?|texts?|messages?|calls?|database|system)\\b",
    `\\bstopped (?:all |the |your |these |any |our )+(?:\\w+ )?${texts}\\b`,
    `\\b${texts} (?:have been|has been|are|will be) (?:now )?(?:stopped|turned off|switched off)\\b`,
  ].join("|"),
);

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
  const untilUs = Math.min(confirmation?.message.atUs ?? Infinity, dueUs ?? Infinity);
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
  return { ...place, status: "not_evaluable", quote, because };
}

type Sent = { readonly message: Message; readonly channel: string };

/** What agents sent by a revoked medium: no answers to what the customer wrote there later, and no calls by the customer. */
function sentAfter(
  { message: revoking, media }: Revocation,
  own: DisclosedContact,
  contacts: readonly DisclosedContact[],
): readonly Sent[] {
  const later = contacts
    .flatMap(({ messages }) => messages)
    .filter((message) => isAfter(message, revoking));
  const resumed = later.find(
    (message) => message.speaker === "customer" && readResumption(message.text),
  );
  return contacts
    .filter(({ interaction }) => media.includes(interaction.channel))
    .flatMap((contact) => {
      const { channel, initiator } = contact.interaction;
      if (channel === "voice" && (contact === own || initiator !== "agent")) return [];
      const messages = contact.messages.filter((message) => isAfter(message, revoking));
      const asked = messages.findIndex(({ speaker }) => speaker === "customer");
      return (asked === -1 ? messages : messages.slice(0, asked))
        .filter((message) => message.speaker === "agent" && speakerOf(message) !== null)
        .filter((message) => resumed === undefined || !isAfter(message, resumed))
        .filter((_, at) => !(contact === own && at === 0 && asksMore(revoking)))
        .map((message) => ({ message, channel }));
    })
    .toSorted((a, b) => a.message.atUs - b.message.atUs);
}

function isAfter(message: Message, other: Message): boolean {
  return message.interaction === other.interaction
    ? message.ordinal > other.ordinal
    : message.atUs > other.atUs;
}

/** The message asks for something beside: what comes next answers it. */
function asksMore({ text }: Message): boolean {
  return text.includes("?") || text.length > 80;
}

function findConfirmation(
  { message: revoking, media }: Revocation,
  own: DisclosedContact,
  contacts: readonly DisclosedContact[],
): { readonly message: Message; readonly quote: Quote } | null {
  const possible = contacts
    .filter((each) => each === own || media.includes(each.interaction.channel))
    .flatMap(({ messages }) => messages)
    .filter((message) => isAfter(message, revoking) && speakerOf(message) !== "customer")
    .filter((message) => speakerOf(message) !== null)
    .toSorted((a, b) => a.atUs - b.atUs);
  for (const message of possible) {
    const said = splitSentences(message.text).find(
      ({ text }) => !text.endsWith("?") && confirms.test(plainSpeech(text)),
    );
    if (said === undefined) continue;
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

function wholeOf({ ordinal, text }: Message): Quote {
  return { message: ordinal, start: 0, end: text.length };
}

function dayOf({ atUs }: Message): string {
  return new Date(atUs / 1000).toISOString().slice(0, 10);
}
