import { businessUsBetween, type BusinessCalendar } from "@/lib/stats/time/business-time";
import { formatDuration, formatInstant } from "@/lib/format/format";
import type { ActiveBlock } from "./find-activity";
import type { Timeline } from "./timeline-model";
import { gaps } from "../words/timeline";

const minuteUs = 60_000_000;
const hourUs = 60 * minuteUs;
const dayUs = 24 * hourUs;
const ticksMax = 10;
/** A longer gap comes from a broken clock. */
/** Below this many, minutes are not rounded to hours. */
const minutesMax = 100;
const countedMaxUs = 1000 * dayUs;
const tickSteps = [
  minuteUs,
  5 * minuteUs,
  15 * minuteUs,
  hourUs,
  6 * hourUs,
  dayUs,
  2 * dayUs,
  7 * dayUs,
  28 * dayUs,
  364 * dayUs,
];

/** Blocks of activity with their labels and those of the gaps. */
export function blockItems(
  blocks: readonly ActiveBlock[],
  calendar: BusinessCalendar,
): Pick<Timeline, "blocks" | "gaps" | "ticks"> {
  const fromUs = blocks[0]?.fromUs ?? 0;
  return {
    blocks: blocks.map((block) => ({ ...block, words: blockWords(block, fromUs) })),
    gaps: blocks
      .slice(1)
      .map((block, at) => gapWords(blocks[at]?.toUs ?? 0, block.fromUs, calendar)),
    ticks: ticksOf(fromUs, Math.max(fromUs, ...blocks.map((block) => block.toUs))),
  };
}

function blockWords({ fromUs, toUs }: ActiveBlock, firstUs: number) {
  const clock = formatInstant(fromUs, "time");
  const end = formatInstant(toUs, "time");
  return {
    day: formatInstant(fromUs, "weekdayDay"),
    weekday: formatInstant(fromUs, "weekdayName"),
    range: clock === end ? clock : `${clock}–${end}`,
    clock,
    relative: fromUs === firstUs ? gaps.start : gaps.sinceStart(formatDuration(fromUs - firstUs)),
  };
}

function gapWords(fromUs: number, toUs: number, calendar: BusinessCalendar) {
  const durationUs = toUs - fromUs;
  const lengths = { words: formatDuration(durationUs), shortWords: roundly(durationUs) };
  if (durationUs > countedMaxUs) return { ...lengths, openWords: null };
  const openUs = businessUsBetween(fromUs, toUs, calendar);
  if (openUs >= durationUs) return { ...lengths, openWords: gaps.allInHours };
  return { ...lengths, openWords: openUs === 0 ? gaps.outOfHours : gaps.inHours(roundly(openUs)) };
}

/** In one unit, for lack of space. */
function roundly(durationUs: number): string {
  const minutes = Math.max(1, Math.round(durationUs / minuteUs));
  return minutes < minutesMax ? `${minutes} min` : `${Math.round(durationUs / hourUs)} h`;
}

/** Axis ticks at round instants of true time. */
function ticksOf(fromUs: number, toUs: number): Timeline["ticks"] {
  const step = tickSteps.find((each) => (toUs - fromUs) / each <= ticksMax);
  if (step === undefined) return [];
  const first = Math.ceil(fromUs / step) * step;
  const count = Math.max(0, Math.floor((toUs - first) / step) + 1);
  return Array.from({ length: count }, (_, at) => {
    const atUs = first + at * step;
    const day = formatInstant(atUs, "weekdayDay");
    const clock = formatInstant(atUs, "time");
    return { atUs, day, clock: step < dayUs || clock !== "00:00" ? clock : "" };
  });
}
