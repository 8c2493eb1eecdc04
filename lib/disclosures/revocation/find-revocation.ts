import type { Message, Quote } from "@/lib/domain/case/case";
import { channels, type Channel } from "@/lib/domain/trace/channel";
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

const callsAndTexts = ["voice", "sms"] as const;

/** What is revoked on a channel without naming a medium: in a call or a chat text messages and calls. */
const revokedOn: Readonly<Record<Channel, readonly Channel[]>> = {
  voice: callsAndTexts,
  chat: callsAndTexts,
  email: ["email"],
  sms: ["sms"],
  social: ["social"],
  in_app: ["in_app"],
  unknown: callsAndTexts,
};

/** Whether a company writes or calls there unasked, so that it is revoked with everything else. */
const isUnasked: Readonly<Record<Channel, boolean>> = {
  voice: true,
  chat: false,
  email: true,
  sms: true,
  social: false,
  in_app: false,
  unknown: false,
};
const everything = channels.filter((channel) => isUnasked[channel]);

function channelsOf(media: RevokedMedia, channel: Channel): readonly Channel[] {
  if (media === "all") return everything;
  return media === "here" ? revokedOn[channel] : media;
}
