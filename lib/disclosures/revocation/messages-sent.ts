import type { Message, Quote } from "@/lib/domain/case/case";
import { isCall } from "@/lib/domain/trace/channel";
import { speakerOf, type DisclosedContact } from "../contact";
import type { Revocation } from "./find-revocation";
import { readResumption } from "./read-revocation";

/** A message that an agent sent to the customer. */
export type Sent = { readonly message: Message; readonly channel: string };

/** What agents sent by a revoked medium: no answers to what the customer wrote there later, and no calls by the customer. */
export function sentAfter(
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
      const { channel } = contact.interaction;
      if (isCall[channel] === true && contact === own) return [];
      const messages = contact.messages.filter((message) => isAfter(message, revoking));
      return unprompted(contact, messages)
        .filter((message) => resumed === undefined || !isAfter(message, resumed))
        .filter((_, at) => !(contact === own && at === 0 && asksMore(revoking)))
        .map((message) => ({ message, channel }));
    })
    .toSorted((a, b) => a.message.atUs - b.message.atUs);
}

/** Of a contact's messages those that agents sent before the customer wrote: no answers, and none of a call by the customer. */
export function unprompted(
  { interaction: { channel, initiator } }: DisclosedContact,
  messages: readonly Message[],
): readonly Message[] {
  if (isCall[channel] === true && initiator !== "agent") return [];
  const asked = messages.findIndex(({ speaker }) => speaker === "customer");
  return (asked === -1 ? messages : messages.slice(0, asked)).filter(
    (message) => message.speaker === "agent" && speakerOf(message) !== null,
  );
}

/** True if a message follows another one in its contact, or was sent later in another. */
export function isAfter(message: Message, other: Message): boolean {
  return message.interaction === other.interaction
    ? message.ordinal > other.ordinal
    : message.atUs > other.atUs;
}

/** The message asks for something beside: what comes next answers it. */
function asksMore({ text }: Message): boolean {
  return text.includes("?") || text.length > 80;
}

/** The whole message as a quote. */
export function wholeOf({ ordinal, text }: Message): Quote {
  return { message: ordinal, start: 0, end: text.length };
}

/** The day of a message, UTC: "2026-10-01". */
export function dayOf({ atUs }: Pick<Message, "atUs">): string {
  return new Date(atUs / 1000).toISOString().slice(0, 10);
}
