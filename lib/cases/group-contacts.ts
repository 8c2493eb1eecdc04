import type { CaseSpan } from "@/lib/domain/case";
import type { Channel } from "@/lib/domain/channel";

/** Spans of one channel and one interaction or session id; without an id, of one channel. */
export type ContactSpans = {
  readonly channel: Channel;
  /** Null where nobody said which contact the spans belong to. */
  readonly interactionId: string | null;
  readonly spans: readonly CaseSpan[];
};

/**
 * Groups a case's sorted spans into contacts as their exporters named them. A session that was
 * seen on two channels is two contacts. A phone call without an id is its trace.
 */
export function groupContacts(spans: readonly CaseSpan[]): readonly ContactSpans[] {
  const channelOf = findChannels(spans);
  const groups = new Map<
    string,
    { channel: Channel; interactionId: string | null; spans: CaseSpan[] }
  >();
  for (const span of spans) {
    const interactionId = contactId(span);
    const channel = channelOf(span, interactionId);
    const apart = interactionId ?? (channel === "voice" ? `trace ${span.traceId}` : "");
    const key = `${channel} ${interactionId === null ? "-" : "="} ${apart}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { channel, interactionId, spans: [span] });
    else group.spans.push(span);
  }
  return [...groups.values()];
}

function contactId(span: CaseSpan): string | null {
  return span.belonging.interactionId ?? span.belonging.session;
}

/** A span that does not say its channel is on the one its contact was first seen on. */
function findChannels(
  spans: readonly CaseSpan[],
): (span: CaseSpan, interactionId: string | null) => Channel {
  const firstSeen = new Map<string, Channel>();
  for (const span of spans) {
    const id = contactId(span);
    if (id === null || span.belonging.channel === "unknown" || firstSeen.has(id)) continue;
    firstSeen.set(id, span.belonging.channel);
  }
  return (span, interactionId) => {
    if (span.belonging.channel !== "unknown" || interactionId === null)
      return span.belonging.channel;
    return firstSeen.get(interactionId) ?? "unknown";
  };
}
