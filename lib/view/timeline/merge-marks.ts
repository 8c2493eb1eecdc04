import { channels, type Channel } from "@/lib/domain/channel";
import type { Tone } from "../wording";
import type { TimelineContact, TimelineMark } from "./timeline-model";

const marksMax = 60;
const worstFirst: readonly Tone[] = ["fail", "warn", "none", "pass"];

/** Each contact as a mark of its own, by lane and time. */
export function marksOf(contacts: readonly TimelineContact[]): readonly TimelineMark[] {
  return byLane(contacts.map((contact) => ({ ...contact, contacts: [contact.ordinal] })));
}

/** Marks that would cover one another as one mark with their count. */
export function mergeMarks(marks: readonly TimelineMark[]): TimelineMark | null {
  const [first] = marks;
  if (first === undefined || marks.length === 1) return first ?? null;
  const tone = worstFirst.find((each) => marks.some(({ end }) => end.tone === each)) ?? "none";
  return {
    channel: first.channel,
    fromUs: Math.min(...marks.map(({ fromUs }) => fromUs)),
    toUs: Math.max(...marks.map(({ toUs }) => toUs)),
    stretches: [],
    agentTurnsUs: marks.flatMap(({ agentTurnsUs }) => agentTurnsUs.slice(0, 1)),
    customerTurnsUs: marks.flatMap(({ customerTurnsUs }) => customerTurnsUs.slice(0, 1)),
    end: { tone, words: marks.find(({ end }) => end.tone === tone)?.end.words ?? "" },
    contacts: marks.flatMap(({ contacts }) => contacts),
    isSkewed: marks.some(({ isSkewed }) => isSkewed),
  };
}

/** Stretches of time that hold all contacts, cut where they rested longest; null for a few. */
export function windowsOf(
  contacts: readonly TimelineContact[],
): readonly (readonly TimelineContact[])[] | null {
  if (contacts.length <= marksMax) return null;
  const inOrder = contacts.toSorted((a, b) => a.fromUs - b.fromUs || a.ordinal - b.ordinal);
  const rests = inOrder
    .slice(1)
    .map((contact, at) => ({ at: at + 1, restUs: contact.fromUs - (inOrder[at]?.toUs ?? 0) }))
    .sort((a, b) => b.restUs - a.restUs || a.at - b.at);
  for (let count = marksMax; count > 1; count -= 1) {
    const windows = cut(inOrder, rests.slice(0, count - 1));
    const marks = windows.reduce((sum, each) => sum + lanesOf(each).size, 0);
    if (marks <= marksMax) return windows;
  }
  return [inOrder];
}

function cut(
  contacts: readonly TimelineContact[],
  rests: readonly { readonly at: number }[],
): readonly (readonly TimelineContact[])[] {
  const bounds = [0, ...rests.map(({ at }) => at).sort((a, b) => a - b), contacts.length];
  return bounds.slice(1).map((end, index) => contacts.slice(bounds[index], end));
}

/** The marks of such stretches: one a lane. */
export function windowMarks(
  windows: readonly (readonly TimelineContact[])[],
): readonly TimelineMark[] {
  const marks = windows.flatMap((window) =>
    [...lanesOf(window)].flatMap((lane) => {
      const merged = mergeMarks(marksOf(window.filter(({ channel }) => channel === lane)));
      return merged === null ? [] : [merged];
    }),
  );
  return byLane(marks);
}

function lanesOf(contacts: readonly TimelineContact[]): ReadonlySet<Channel> {
  return new Set(contacts.map(({ channel }) => channel));
}

function byLane(marks: readonly TimelineMark[]): readonly TimelineMark[] {
  return marks.toSorted(
    (a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel) || a.fromUs - b.fromUs,
  );
}
