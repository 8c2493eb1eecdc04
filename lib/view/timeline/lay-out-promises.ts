import { fitText, textPx } from "./fit-text";
import type { Bar, PromiseLine, RailText } from "./layout-model";
import { placeOfInstant, roundPx, type TimelineScale } from "./scale";
import type { Timeline, TimelinePromise } from "./timeline-model";

const rowHeight = 24;
const rowsMax = 8;
const firstRow = 22;
const afterMark = 12;
const meetingPx = 9;

/** Promises as lines from the turn that made them to when they were due, each in a row of its own length. */
export function layOutPromises(
  timeline: Timeline,
  bars: readonly Bar[],
  scale: TimelineScale,
  top: number,
): { readonly promises: readonly PromiseLine[]; readonly hidden: number; readonly height: number } {
  const rows: number[] = [];
  const promises: PromiseLine[] = [];
  let hidden = 0;
  for (const promise of timeline.promises) {
    const bar = bars.find(({ itemIds }) => itemIds.includes(`c${promise.contact}`));
    const line = lineOf(promise, bar, scale);
    const free = rows.findIndex((end) => end < line.madeX - afterMark);
    const row = free === -1 ? rows.length : free;
    if (row >= rowsMax) {
      hidden += 1;
      continue;
    }
    rows[row] = endOf(line);
    promises.push({ ...line, y: top + firstRow + row * rowHeight });
  }
  return { promises, hidden, height: 2 * firstRow + Math.max(0, rows.length - 1) * rowHeight + 2 };
}

function endOf({ state, what }: PromiseLine): number {
  return Math.max(
    state.x + textPx(state.words) + 16,
    what === null ? 0 : what.x + textPx(what.words),
  );
}

function lineOf(promise: TimelinePromise, bar: Bar | undefined, scale: TimelineScale): PromiseLine {
  const at = (us: number | null) => (us === null ? null : placeOfInstant(scale, us));
  const madeX = placeInBar(placeOfInstant(scale, promise.madeUs), bar);
  const dueX = at(promise.dueUs);
  const settledX = at(promise.settledUs);
  const meetings = promise.meetings
    .map(({ atUs, tone, words }) => ({ x: placeOfInstant(scale, atUs) + meetingPx, tone, words }))
    .filter(({ x }) => x > madeX + meetingPx);
  const spoken = Math.max(madeX + 24, ...meetings.map(({ x }) => x), settledX ?? 0);
  const solidToX = dueX === null ? spoken : Math.max(dueX, madeX);
  const isLate = dueX !== null && spoken > dueX + meetingPx;
  const marks = [madeX, ...meetings.map(({ x }) => x), solidToX, isLate ? spoken : solidToX];
  return {
    id: promise.id,
    y: 0,
    madeX,
    dropY: bar === undefined ? 0 : bar.y + 8,
    solidToX,
    dashedToX: isLate ? spoken : null,
    dueX,
    settledX: isLate ? settledX : null,
    tone: promise.tone,
    meetings,
    ...textsOf(promise, marks, solidToX, scale.width),
  };
}

function placeInBar(x: number, bar: Bar | undefined): number {
  if (bar === undefined) return x;
  return Math.min(Math.max(x, bar.x + 4), bar.x + bar.width - 4);
}

/** What was promised stands on the line where that is free, else with what became of it after the last mark. */
function textsOf(
  { what, stateWords }: TimelinePromise,
  marks: readonly number[],
  solidToX: number,
  width: number,
): { readonly what: RailText | null; readonly state: RailText } {
  const places = marks.toSorted((a, b) => a - b);
  const stretches = places.slice(1).map((x, at) => ({ x: places[at] ?? x, to: x }));
  const free = stretches.find(
    ({ x, to }) => to <= solidToX && to - x >= textPx(what) + 3 * meetingPx,
  );
  const room = (from: number) =>
    (places.find((mark) => mark > from + 1) ?? width) - from - 2 * afterMark;
  const whole = free === undefined ? `${what}: ${stateWords}` : stateWords;
  const end = places.at(-1) ?? solidToX;
  // Where not all of it has room, how it stands is worth more than what it was: that is in its name.
  const isRoomy = textPx(whole) <= Math.max(room(solidToX) - 14, width - end - 3 * afterMark);
  const state = isRoomy ? whole : stateWords;
  const from = textPx(state) + 14 <= room(solidToX) ? solidToX : end;
  return {
    what:
      free === undefined
        ? null
        : { x: roundPx((free.x + free.to - textPx(what)) / 2), words: what },
    state: { x: from + afterMark, words: fitText(state, width - from - 3 * afterMark) },
  };
}
