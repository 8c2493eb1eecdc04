import type { CaseSpan } from "@/lib/domain/case/case";
import type { Channel } from "@/lib/domain/trace/channel";
import { contactBounds } from "./contact-bounds";

/** Spans with one channel and one interaction or session id, or without an id, with one channel. */
export type ContactSpans = {
  readonly channel: Channel;
  /** Null if no id was declared. */
  readonly interactionId: string | null;
  /** The id is that of a session, which may go on for months, and not one contact's own. */
  readonly isSession: boolean;
  readonly spans: readonly CaseSpan[];
};

type Group = {
  readonly channel: Channel;
  readonly interactionId: string | null;
  spans: CaseSpan[];
};
type Stretch = { readonly interactionId: string; readonly startUs: number; endUs: number };

/**
 * Groups a case's sorted spans into contacts by declared ids. A session on two channels is two
 * contacts. Spans without an id join the contact of their channel during which they began; else a
 * phone call without an id is its trace.
 */
export function groupContacts(spans: readonly CaseSpan[]): readonly ContactSpans[] {
  const channelOf = findChannels(spans);
  const findAround = createFinder(findStretches(spans, channelOf));
  const groups = new Map<string, Group>();
  for (const span of spans) {
    const channel = channelOf(span);
    const interactionId = contactId(span) ?? findAround(channel, span);
    const apart =
      interactionId ?? (contactBounds[channel] === "trace" ? `trace ${span.traceId}` : "");
    const key = `${channel} ${interactionId === null ? "-" : "="} ${apart}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { channel, interactionId, spans: [span] });
    else group.spans.push(span);
  }
  return [...groups.values()].map((group) => ({ ...group, isSession: isSession(group) }));
}

function isSession({ interactionId, spans }: Group): boolean {
  return interactionId !== null && spans.every(({ belonging }) => belonging.interactionId === null);
}

function contactId(span: CaseSpan): string | null {
  return span.belonging.interactionId ?? span.belonging.session;
}

/** A span without a channel gets its contact's first channel. */
function findChannels(spans: readonly CaseSpan[]): (span: CaseSpan) => Channel {
  const firstSeen = new Map<string, Channel>();
  for (const span of spans) {
    const id = contactId(span);
    if (id === null || span.belonging.channel === "unknown" || firstSeen.has(id)) continue;
    firstSeen.set(id, span.belonging.channel);
  }
  return (span) => {
    const id = contactId(span);
    if (span.belonging.channel !== "unknown" || id === null) return span.belonging.channel;
    return firstSeen.get(id) ?? "unknown";
  };
}

/** Time range of each contact with an id, by channel. */
function findStretches(
  spans: readonly CaseSpan[],
  channelOf: (span: CaseSpan) => Channel,
): ReadonlyMap<Channel, readonly Stretch[]> {
  const stretches = new Map<Channel, Map<string, Stretch>>();
  for (const span of spans) {
    const interactionId = contactId(span);
    if (interactionId === null) continue;
    const ofChannel = stretches.get(channelOf(span)) ?? new Map<string, Stretch>();
    stretches.set(channelOf(span), ofChannel);
    const stretch = ofChannel.get(interactionId);
    if (stretch !== undefined) stretch.endUs = Math.max(stretch.endUs, span.endUs);
    else ofChannel.set(interactionId, { interactionId, startUs: span.startUs, endUs: span.endUs });
  }
  return new Map([...stretches].map(([channel, each]) => [channel, [...each.values()]]));
}

/** The contact during which a span began; the latest to begin if there are several. */
type FindAround = (channel: Channel, span: CaseSpan) => string | null;

/**
 * Must be called in order of spans' starts; visits each range once.
 * @param stretches in that order too
 */
function createFinder(stretches: ReadonlyMap<Channel, readonly Stretch[]>): FindAround {
  const begun = new Map<Channel, { count: number; readonly open: Stretch[] }>();
  return (channel, { startUs }) => {
    const all = stretches.get(channel) ?? [];
    const here = begun.get(channel) ?? { count: 0, open: [] };
    begun.set(channel, here);
    const { open } = here;
    for (; (all[here.count]?.startUs ?? Infinity) <= startUs; here.count += 1) {
      const stretch = all[here.count];
      if (stretch !== undefined) open.push(stretch);
    }
    while ((open[open.length - 1]?.endUs ?? Infinity) < startUs) open.pop();
    return open[open.length - 1]?.interactionId ?? null;
  };
}
