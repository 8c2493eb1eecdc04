import type { ScaleMode } from "./create-scale";
import { textPx } from "./fit-text";
import type { AxisLabel, GapBreak } from "./layout-model";
import { pxOfInstant, roundPx, type TimelineScale } from "./scale";
import type { BlockWords, Timeline } from "./timeline-model";

const between = 8;

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
    const { words, openWords } = timeline.gaps[at] ?? { words: "", openWords: null };
    const room = width + 2 * between;
    return {
      x: roundPx(x),
      width: roundPx(width),
      words: textPx(words) <= room ? words : "",
      openWords: openWords !== null && textPx(openWords) * 0.9 <= room ? openWords : null,
    };
  });
}
