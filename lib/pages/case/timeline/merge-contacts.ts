import { channels, type Channel } from "@/lib/domain/trace/channel";
import type { Tone } from "@/lib/format/wording";
import type { TimelineContact, ContactGroup } from "./timeline-model";

const marksMax = 60;
const worstFirst: readonly Tone[] = ["fail", "warn", "none", "pass"];

/** Contacts as symbols by lane and time. */
export function marksOf(contacts: readonly TimelineContact[]): readonly ContactGroup[] {
  return byLane(contacts.map((contact) => ({ ...contact, contacts: [contact.ordinal] })));
}

/** Merges overlapping symbols into one with a count. */
export function mergeContacts(groups: readonly ContactGroup[]): ContactGroup | null {
  const [first] = groups;
  if (first === undefined || groups.length === 1) return first ?? null;
  const tone = worstFirst.find((each) => groups.some(({ end }) => end.tone === each)) ?? "none";
  return {
    channel: first.channel,
    ...extentOf(groups),
    stretches: [],
    agentTurnsUs: groups.flatMap(({ agentTurnsUs }) => agentTurnsUs.slice(0, 1)),
    customerTurnsUs: groups.flatMap(({ customerTurnsUs }) => customerTurnsUs.slice(0, 1)),
    end: { tone, words: groups.find(({ end }) => end.tone === tone)?.end.words ?? "" },
    csat: null,
    contacts: groups.flatMap(({ contacts }) => contacts),
    isSkewed: groups.some(({ isSkewed }) => isSkewed),
  };
}

/**
 * Splits the contacts into time ranges, few enough to draw: repeatedly splits the fullest range at its
 * longest pause. Null: few contacts.
 */
export function windowsOf(
  contacts: readonly TimelineContact[],
): readonly (readonly TimelineContact[])[] | null {
  if (contacts.length <= marksMax) return null;
  const inOrder = contacts.toSorted((a, b) => a.fromUs - b.fromUs || a.ordinal - b.ordinal);
  let windows: readonly (readonly TimelineContact[])[] = [inOrder];
  for (;;) {
    const fullest = windows.reduce((most, each) => (each.length > most.length ? each : most));
    const halves = halve(fullest);
    const next = windows.flatMap((each) => (each === fullest ? halves : [each]));
    const lanes = next.reduce((sum, each) => sum + lanesOf(each).size, 0);
    if (lanes > marksMax) return windows;
    windows = next;
  }
}

/** Splits at the longest pause; of equal ones at the one nearest the middle. */
function halve(contacts: readonly TimelineContact[]): (readonly TimelineContact[])[] {
  const middle = contacts.length / 2;
  const rests = contacts.slice(1).map((contact, at) => ({
    at: at + 1,
    restUs: contact.fromUs - (contacts[at]?.toUs ?? 0),
    aside: Math.abs(at + 1 - middle),
  }));
  const [longest] = rests.sort((a, b) => b.restUs - a.restUs || a.aside - b.aside);
  const at = longest?.at ?? 1;
  return [contacts.slice(0, at), contacts.slice(at)];
}

/** The bars of such ranges: one per lane, each as long as its range. */
export function windowGroups(
  windows: readonly (readonly TimelineContact[])[],
): readonly ContactGroup[] {
  const groups = windows.flatMap((window) => {
    const extent = extentOf(window);
    return [...lanesOf(window)].flatMap((lane) => {
      const merged = mergeContacts(marksOf(window.filter(({ channel }) => channel === lane)));
      return merged === null ? [] : [{ ...merged, ...extent }];
    });
  });
  return byLane(groups);
}

/** From the first beginning to the last end. */
export function extentOf(spans: readonly { readonly fromUs: number; readonly toUs: number }[]) {
  return {
    fromUs: spans.reduce((least, { fromUs }) => Math.min(least, fromUs), Infinity),
    toUs: spans.reduce((most, { toUs }) => Math.max(most, toUs), -Infinity),
  };
}

function lanesOf(contacts: readonly TimelineContact[]): ReadonlySet<Channel> {
  return new Set(contacts.map(({ channel }) => channel));
}

function byLane(groups: readonly ContactGroup[]): readonly ContactGroup[] {
  return groups.toSorted(
    (a, b) => channels.indexOf(a.channel) - channels.indexOf(b.channel) || a.fromUs - b.fromUs,
  );
}
