import { channels } from "@/lib/domain/trace/channel";
import type { AgentKind } from "@/lib/domain/trace/identity";
import { textPx } from "./fit-text";
import type { AgentPart, Bar, Lane } from "./layout-model";
import { mergeMarks } from "./merge-marks";
import { placeOfInstant, roundPx, type TimelineScale } from "./scale";
import type { Timeline, TimelineMark } from "./timeline-model";

const laneHeight = 54;
const barInset = 9;
const barHeight = 34;
/** Minimum width to see and click. */
const barPxLeast = 12;
const ticksApart = 4;
const lettersPx = 22;

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
    const groups: TimelineMark[][] = [];
    let end = -Infinity;
    for (const mark of timeline.marks.filter(({ channel }) => channel === lane.channel)) {
      const [x, width] = extentOf(mark, scale);
      const last = groups.at(-1);
      if (last !== undefined && x < end - barPxLeast / 2) last.push(mark);
      else groups.push([mark]);
      end = Math.max(end, x + width);
    }
    return groups.flatMap((group) => {
      const mark = mergeMarks(group);
      return mark === null ? [] : [barOf(mark, lane, scale)];
    });
  });
}

/** A narrow bar has details only in its accessible name. */
function ratingWords(csat: number, width: number): string {
  const words = `CSAT ${csat} of 5`;
  return textPx(words) <= width ? words : `CSAT ${csat}`;
}

function extentOf({ fromUs, toUs }: TimelineMark, scale: TimelineScale): [number, number] {
  const x = placeOfInstant(scale, fromUs);
  return [x, roundPx(Math.max(barPxLeast, placeOfInstant(scale, toUs) - x))];
}

function barOf(mark: TimelineMark, lane: Lane, scale: TimelineScale): Bar {
  const [x, width] = extentOf(mark, scale);
  const itemIds = mark.contacts.map((ordinal) => `c${ordinal}`);
  const parts = partsOf(mark, x, width, scale);
  const lettersEnd = x + (parts[0]?.letters === "" ? 0 : lettersPx);
  return {
    id: itemIds[0] ?? "",
    itemIds,
    channel: mark.channel,
    x,
    y: lane.top + barInset,
    width,
    height: barHeight,
    parts,
    agentTicks: ticksOf(mark.agentTurnsUs, scale, x, width).filter((tick) => tick > lettersEnd),
    customerTicks: ticksOf(mark.customerTurnsUs, scale, x, width),
    tone: mark.end.tone,
    rating: mark.csat === null ? "" : ratingWords(mark.csat, width),
    isSkewed: mark.isSkewed,
  };
}

function partsOf(
  mark: TimelineMark,
  x: number,
  width: number,
  scale: TimelineScale,
): readonly AgentPart[] {
  if (mark.contacts.length > 1) {
    const count = `×${mark.contacts.length}`;
    return [{ kind: "unknown", x, width, letters: width >= lettersPx ? count : "" }];
  }
  return mark.stretches.map(({ kind, fromUs, toUs }, at) => {
    const from = at === 0 ? x : Math.min(placeOfInstant(scale, fromUs), x + width);
    const isLast = at === mark.stretches.length - 1;
    const to = isLast ? x + width : Math.min(placeOfInstant(scale, toUs), x + width);
    const room = to - from >= lettersPx;
    return {
      kind,
      x: from,
      width: roundPx(to - from),
      letters: room && kind !== null ? letters[kind] : "",
    };
  });
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
    const at = roundPx(Math.min(Math.max(placeOfInstant(scale, atUs), x + 2), x + width - 3));
    if (at - (ticks.at(-1) ?? -Infinity) >= ticksApart) ticks.push(at);
  }
  return ticks;
}
