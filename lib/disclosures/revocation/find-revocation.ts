import type { Message, Quote } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { readRevocation, type RevokedMedia } from "./read-revocation";

/** A customer's revocation with the channels that it concerns. */
export type Revocation = {
  readonly message: Message;
  readonly quote: Quote;
  readonly media: readonly Channel[];
};

/** Finds the first revocation in a contact's messages; null if there is none. */
export function findRevocation(messages: readonly Message[], channel: Channel): Revocation | null {
  let isAnswer = false;
  for (const message of messages) {
    if (message.speaker === "agent") isAnswer = message.text.trimEnd().endsWith("?");
    if (message.speaker !== "customer") continue;
    const read = readRevocation(message.text, channel, isAnswer);
    if (read === null) continue;
    const { start, end } = read.sentence;
    const quote = { message: message.ordinal, start, end };
    return { message, quote, media: channelsOf(read.media, channel) };
  }
  return null;
}

const all: readonly Channel[] = ["voice", "email", "sms"];

/** What is said in a call or a chat without naming a medium concerns text messages and calls. */
function channelsOf(media: RevokedMedia, channel: Channel): readonly Channel[] {
  if (media === "all") return all;
  if (media !== "here") return media;
  return channel === "voice" || channel === "chat" || channel === "unknown"
    ? ["voice", "sms"]
    : [channel];
}
