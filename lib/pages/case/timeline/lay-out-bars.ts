import { channels } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { textPx } from "./fit-text";
import type { AgentSegment, Bar, Lane } from "./layout-model";
import { mergeContacts } from "./merge-contacts";
import { pxOfInstant, roundPx, type TimelineScale } from "./scale";
import type { Timeline, ContactGroup } from "./timeline-model";
import { symbols } from "../words/timeline-card";

const laneHeight = 54;
const barInset = 9;
const barHeight = 34;
/** Minimum width to see and click. */
const barPxLeast = 12;
const ticksApart = 4;
const lettersPx = 22;
/** Bars below this width have their letters close to the edge, so that a promise's symbol stands beside them. */
const roomyPx = 40;

const letters: Readonly<Record<AgentKind, string>> = { ai: "AI", human: "H", unknown: "?" };

/** One lane per used channel, in the usual order. */
export function layOutLanes(timeline: Timeline, top: number): readonly Lane[] {
  const used = channels.filter((channel) => timeline.contacts.some((c) => c.channel === channel));
  return used.map((channel, at) => ({
    channel,
    top: top + at * laneHeight,
    contactCount: timeline.contacts.filter((contact) => contact.channel === channel).length,
  }));
}

/** y of the lanes' end. */
export function lanesEnd(lanes: readonly Lane[], top: number): number {
  return top + Math.max(1, lanes.length) * laneHeight;
}

/** Contacts as bars; overlapping ones of a lane become one bar with a count. */
export function layOutBars(
  timeline: Timeline,
  lanes: readonly Lane[],
  scale: TimelineScale,
): readonly Bar[] {
  return lanes.flatMap((lane) => {
    const groups: ContactGroup[][] = [];
    let end = -Infinity;
    for (const merged of timeline.contactGroups.filter(({ channel }) => channel === lane.channel)) {
      const [x, width] = extentOf(merged, scale);
      const last = groups.at(-1);
      if (last !== undefined && x < end - barPxLeast / 2) last.push(merged);
      else groups.push([merged]);
      end = Math.max(end, x + width);
    }
    return groups.flatMap((group) => {
      const merged = mergeContacts(group);
      return merged === null ? [] : [barOf(merged, lane, scale)];
    });
  });
}

/** A narrow bar has details only in its accessible name. */
function ratingWords(csat: number, width: number): string {
  const words = symbols.rating(csat);
  return textPx(words) <= width ? words : symbols.shortRating(csat);
}

function extentOf({ fromUs, toUs }: ContactGroup, scale: TimelineScale): [number, number] {
  const x = pxOfInstant(scale, fromUs);
  return [x, roundPx(Math.max(barPxLeast, pxOfInstant(scale, toUs) - x))];
}

function barOf(group: ContactGroup, lane: Lane, scale: TimelineScale): Bar {
  const [x, width] = extentOf(group, scale);
  const itemIds = group.contacts.map((ordinal) => `c${ordinal}`);
  const segments = segmentsOf(group, x, width, scale);
  const lettersEnd = x + (segments[0]?.letters === "" ? 0 : lettersPx);
  return {
    id: itemIds[0] ?? "",
    itemIds,
    channel: group.channel,
    x,
    y: lane.top + barInset,
    width,
    height: barHeight,
    segments,
    agentTicks: ticksOf(group.agentTurnsUs, scale, x, width).filter((tick) => tick > lettersEnd),
    customerTicks: ticksOf(group.customerTurnsUs, scale, x, width),
    tone: group.end.tone,
    rating: group.csat === null ? "" : ratingWords(group.csat, width),
    isSkewed: group.isSkewed,
  };
}

function segmentsOf(
  group: ContactGroup,
  x: number,
  width: number,
  scale: TimelineScale,
): readonly AgentSegment[] {
  if (group.contacts.length > 1) {
    const count = `×${group.contacts.length}`;
    return [segmentOf("unknown", x, width, count)];
  }
  return group.stretches.map(({ kind, fromUs, toUs }, at) => {
    const from = at === 0 ? x : Math.min(pxOfInstant(scale, fromUs), x + width);
    const isLast = at === group.stretches.length - 1;
    const to = isLast ? x + width : Math.min(pxOfInstant(scale, toUs), x + width);
    return segmentOf(kind, from, to - from, kind === null ? "" : letters[kind]);
  });
}

function segmentOf(
  kind: AgentSegment["kind"],
  x: number,
  width: number,
  words: string,
): AgentSegment {
  return {
    kind,
    x,
    width: roundPx(width),
    letters: width >= lettersPx ? words : "",
    lettersX: x + (width < roomyPx ? 3 : 6),
  };
}

/** Drops turns too close to be distinguished. */
function ticksOf(
  turnsUs: readonly number[],
  scale: TimelineScale,
  x: number,
  width: number,
): readonly number[] {
  const ticks: number[] = [];
  for (const atUs of turnsUs) {
    const at = roundPx(Math.min(Math.max(pxOfInstant(scale, atUs), x + 2), x + width - 3));
    if (at - (ticks.at(-1) ?? -Infinity) >= ticksApart) ticks.push(at);
  }
  return ticks;
}
