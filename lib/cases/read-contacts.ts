import type { CaseSpan } from "@/lib/domain/case/case";
import type { DerivationSettings } from "@/lib/domain/settings/settings";
import type { Channel } from "@/lib/domain/trace/channel";
import { contactBounds } from "./contact-bounds";
import { cutBySilence, cutByPause } from "./cut-by-silence";
import { groupContacts, type ContactSpans } from "./group-contacts";
import { findSpeechTimes } from "./transcript/heard/speech-times";
import { findStripped } from "./transcript/find-stripped";
import { indexSpans, selectConversation, type SpanTree } from "./transcript/select-conversation";
import { readTranscript } from "./transcript/read-transcript";
import { forgetKeys, type DraftMessage } from "./transcript/transcript";

/** One contact on one channel with its messages. */
export type Contact = {
  readonly channel: Channel;
  readonly interactionId: string | null;
  readonly spans: readonly CaseSpan[];
  readonly messages: readonly DraftMessage[];
  readonly strippedCount: number;
  /** The first of the spans that `strippedCount` counts. */
  readonly firstStripped: CaseSpan | null;
  readonly startUs: number;
  readonly endUs: number;
};

/**
 * Reads a case's contacts in order of the customer's first message. Spans without messages are no
 * contact.
 */
export function readContacts(
  spans: readonly CaseSpan[],
  settings: DerivationSettings,
): readonly Contact[] {
  const tree = indexSpans(spans);
  const earlier: (readonly DraftMessage[])[] = [];
  const contacts = groupContacts(spans).flatMap((group) => {
    const spans = selectConversation(group.spans, tree);
    const messages = readTranscript(spans, tree, earlier, findSpeechTimes(group.spans));
    earlier.push(messages);
    return cutContacts(group, messages, settings, tree);
  });
  for (const messages of earlier) forgetKeys(messages);
  return contacts
    .filter((contact) => contact.messages.length > 0 || contact.strippedCount > 0)
    .sort((a, b) => firstWordUs(a) - firstWordUs(b) || a.startUs - b.startUs);
}

/** A contact with an id of its own is never split, nor is a phone call without one; a session is after a long pause. */
function cutContacts(
  group: ContactSpans,
  messages: readonly DraftMessage[],
  settings: DerivationSettings,
  tree: SpanTree,
): readonly Contact[] {
  const whole = toContact(group, group.spans, messages, tree);
  if (
    !group.isSession &&
    (group.interactionId !== null || contactBounds[group.channel] === "trace")
  )
    return [whole];
  const pieces = group.isSession
    ? cutByPause(whole, settings.sessionPauseDays[group.channel])
    : cutBySilence(whole, settings.sessionIdleMinutes[group.channel]);
  if (pieces.length === 1) return [whole];
  return pieces.map((piece) => toContact(group, piece.spans, piece.messages, tree));
}

function toContact(
  group: ContactSpans,
  spans: readonly CaseSpan[],
  messages: readonly DraftMessage[],
  tree: SpanTree,
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
  const stripped = findStripped(spans, tree);
  const { channel, interactionId } = group;
  return {
    ...{ channel, interactionId, spans, messages, startUs, endUs },
    strippedCount: stripped.length,
    firstStripped: stripped[0] ?? null,
  };
}

/** When the customer first spoke, or the contact's start. */
function firstWordUs(contact: Contact): number {
  const spoken = contact.messages.find((message) => message.speaker === "customer");
  return spoken?.atUs ?? contact.startUs;
}
