import type { ScaleMode } from "./create-scale";
import { textPx } from "./fit-text";
import type { AxisLabel, GapBreak, NowMark } from "./layout-model";
import { pxOfInstant, roundPx, type TimelineScale } from "./scale";
import type { BlockWords, Timeline } from "./timeline-model";

const between = 8;
/** px between the line of the present and its word. */
const besideNow = 6;
export const nowWord = "now";

/** Date and time labels, as long as the space before the next allows. */
export function layOutAxis(
  timeline: Timeline,
  scale: TimelineScale,
  mode: ScaleMode,
): readonly AxisLabel[] {
  if (mode === "true") return layOutTicks(timeline, scale);
  const places = timeline.blocks.map(({ fromUs, toUs, words }) => {
    const x = pxOfInstant(scale, fromUs);
    return { x, isInstant: fromUs === toUs, words, day: words.day };
  });
  const labels: AxisLabel[] = [];
  let end = -Infinity;
  places.forEach(({ x, isInstant, words }, at) => {
    const room = (places[at + 1]?.x ?? scale.width) - x - between;
    const isNewDay = words.day !== places[at - 1]?.day;
    const all = wordings(words, mode, isNewDay);
    const begin = (wording: Wording) => (isInstant ? x - wordingPx(wording) / 2 : x);
    const fitting = all.find((each) => begin(each) + wordingPx(each) <= x + room) ?? all.at(-1);
    if (fitting === undefined || begin(fitting) < end) return;
    const [strong, weak] = fitting;
    const px = wordingPx(fitting);
    end = between + (isInstant ? x + px / 2 : x + px);
    labels.push({ x, anchor: isInstant ? "middle" : "start", strong, weak });
  });
  return labels;
}

type Wording = readonly [strong: string, weak: string];

function wordingPx([strong, weak]: Wording): number {
  return Math.max(textPx(strong, true), textPx(weak));
}

/** Label variants from longest to shortest; the shortest is always drawn. */
function wordings(words: BlockWords, mode: ScaleMode, isNewDay: boolean): readonly Wording[] {
  if (mode === "relative") {
    return [
      [words.relative, words.range],
      [words.relative, words.clock],
    ];
  }
  const day = isNewDay ? words.day : words.weekday;
  return [
    [day, words.range],
    [day, words.clock],
    [words.weekday, words.clock],
  ];
}

function layOutTicks(timeline: Timeline, scale: TimelineScale): readonly AxisLabel[] {
  let end = -Infinity;
  return timeline.ticks.flatMap(({ atUs, day, clock }) => {
    const x = pxOfInstant(scale, atUs);
    const px = Math.max(textPx(day, true), textPx(clock));
    if (x <= end || x + px > scale.width) return [];
    end = x + px + between;
    return [{ x, anchor: "start" as const, strong: day, weak: clock }];
  });
}

/** Breaks where idle time was cut out, with labels that fit. */
export function layOutGaps(timeline: Timeline, scale: TimelineScale): readonly GapBreak[] {
  return scale.gaps.map(({ x, width }, at) => {
    const gap = timeline.gaps[at] ?? { words: "", shortWords: "", openWords: null };
    const { openWords } = gap;
    const room = width + 2 * between;
    return {
      x: roundPx(x),
      width: roundPx(width),
      words: [gap.words, gap.shortWords].find((words) => textPx(words) <= room) ?? "",
      openWords: openWords !== null && textPx(openWords) * 0.9 <= room ? openWords : null,
    };
  });
}

/**
 * The line of the present, its word right of it, else left of it, within the plot and beside the words of the breaks.
 * Where both sides are taken the break loses its words: its dates stand above.
 */
export function layOutNow(
  { nowUs }: Timeline,
  scale: TimelineScale,
  gaps: readonly GapBreak[],
): { readonly now: NowMark | null; readonly gaps: readonly GapBreak[] } {
  if (nowUs === null) return { now: null, gaps };
  const x = pxOfInstant(scale, nowUs);
  const px = textPx(nowWord, true);
  const right = { x, labelX: roundPx(x + besideNow), anchor: "start" } as const;
  const left = { x, labelX: roundPx(x - besideNow), anchor: "end" } as const;
  const inside = [right, left].filter((each) => {
    const [from, to] = rangeOf(each, px);
    return from >= 0 && to <= scale.width;
  });
  const isFree = (each: NowMark) => gaps.every((gap) => !isCovered(gap, rangeOf(each, px)));
  const now = inside.find(isFree) ?? inside[0] ?? right;
  const taken = rangeOf(now, px);
  return {
    now,
    gaps: gaps.map((gap) => (isCovered(gap, taken) ? { ...gap, words: "", openWords: null } : gap)),
  };
}

type Range = readonly [from: number, to: number];

function rangeOf({ labelX, anchor }: NowMark, px: number): Range {
  return anchor === "start" ? [labelX, labelX + px] : [labelX - px, labelX];
}

/** True if a break's words, which stand in its middle, would be drawn in a range. */
function isCovered({ x, width, words, openWords }: GapBreak, [from, to]: Range): boolean {
  const half = Math.max(textPx(words), textPx(openWords ?? "")) / 2;
  const middle = x + width / 2;
  return half > 0 && middle - half < to && from < middle + half;
}
