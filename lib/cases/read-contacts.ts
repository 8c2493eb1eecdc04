import type { CaseSpan } from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import type { Channel } from "@/lib/domain/trace/channel";
import { cutBySilence } from "./cut-by-silence";
import { groupContacts, type ContactSpans } from "./group-contacts";
import { indexSpans, selectConversation } from "./transcript/select-conversation";
import { readTranscript } from "./transcript/read-transcript";
import type { DraftMessage } from "./transcript/transcript";

/** One contact on one channel with its messages. */
export type Contact = {
  readonly channel: Channel;
  readonly interactionId: string | null;
  readonly spans: readonly CaseSpan[];
  readonly messages: readonly DraftMessage[];
  readonly strippedCount: number;
  readonly startUs: number;
  readonly endUs: number;
};

/**
 * Reads a case's contacts in order of the customer's first message (domain.md §1.1). Spans without
 * messages are no contact.
 */
export function readContacts(
  spans: readonly CaseSpan[],
  settings: DerivationSettings,
): readonly Contact[] {
  const tree = indexSpans(spans);
  const earlier: (readonly DraftMessage[])[] = [];
  return groupContacts(spans)
    .flatMap((group) => {
      const messages = readTranscript(selectConversation(group.spans, tree), tree, earlier);
      earlier.push(messages);
      return cutContacts(group, messages, settings);
    })
    .filter((contact) => contact.messages.length > 0 || contact.strippedCount > 0)
    .sort((a, b) => firstWordUs(a) - firstWordUs(b) || a.startUs - b.startUs);
}

/** A contact with an id is never split, nor is a phone call. */
function cutContacts(
  group: ContactSpans,
  messages: readonly DraftMessage[],
  settings: DerivationSettings,
): readonly Contact[] {
  const whole = toContact(group, group.spans, messages);
  if (group.interactionId !== null || group.channel === "voice") return [whole];
  return cutBySilence(whole, settings.sessionIdleMinutes[group.channel]).map((piece) =>
    toContact(group, piece.spans, piece.messages),
  );
}

function toContact(
  group: ContactSpans,
  spans: readonly CaseSpan[],
  messages: readonly DraftMessage[],
): Contact {
  let startUs = Infinity;
  let endUs = -Infinity;
  for (const span of spans) {
    startUs = Math.min(startUs, span.startUs);
    endUs = Math.max(endUs, span.endUs, span.startUs);
  }
  for (const { atUs } of messages) {
    startUs = Math.min(startUs, atUs);
    endUs = Math.max(endUs, atUs);
  }
  const strippedCount = spans.filter(isStripped).length;
  const { channel, interactionId } = group;
  return { channel, interactionId, spans, messages, strippedCount, startUs, endUs };
}

/** A model call without captured text still counts as a message. */
export function isStripped(span: CaseSpan): boolean {
  if (span.isTextStripped) return true;
  return span.part === "history" && span.input === null && span.output === null;
}

/** When the customer first spoke, or the contact's start. */
function firstWordUs(contact: Contact): number {
  const spoken = contact.messages.find((message) => message.speaker === "customer");
  return spoken?.atUs ?? contact.startUs;
}
