import type { Message, Quote } from "@/lib/domain/case/case";
import { channels, type Channel } from "@/lib/domain/trace/channel";
import { quoteOfAct, says } from "@/lib/acts/says";
import { mediaIn, type RevokedMedia } from "./revoked-media";

/** A customer's revocation with the channels that it concerns. */
export type Revocation = {
  readonly message: Message;
  readonly quote: Quote;
  readonly media: readonly Channel[];
};

/** Finds the first revocation in a contact's messages; null if there is none that is sure. */
export function findRevocation(messages: readonly Message[], channel: Channel): Revocation | null {
  const at = messages.findIndex(
    (each, index) =>
      each.speaker === "customer" &&
      (says(each, "c.opts_out") === "yes" || isKeyword(each.text, channel, messages[index - 1])),
  );
  const message = messages[at];
  if (message === undefined) return null;
  const quote = quoteOfAct(message, "c.opts_out");
  const media = mediaIn(message.text.slice(quote.start, quote.end));
  return { message, quote, media: channelsOf(media, channel) };
}

/** These alone revoke wherever they are written; the others too, but as the answer to a question. 47 CFR § 64.1200(a)(10). */
const keyword =
  /^\W*(?:please )?(?:stop ?(?:all)?|opt[- ]?out|unsubscribe|arr[eê]t|alto|stopp)\W*$/i;
const keywordOfTexts = /^\W*(?:quit|end|revoke|cancel)\W*$/i;
const isWritten: Readonly<Record<Channel, boolean>> = {
  ...{ voice: false, chat: false, email: true, sms: true, social: true, in_app: true },
  unknown: true,
};

/** A keyword that carriers and the law take for a revocation, which is a form and needs no reading. */
function isKeyword(text: string, channel: Channel, before: Message | undefined): boolean {
  if (!isWritten[channel]) return false;
  if (keyword.test(text)) return true;
  const isAnswer = before?.text.trimEnd().endsWith("?") === true;
  return channel === "sms" && !isAnswer && keywordOfTexts.test(text);
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
