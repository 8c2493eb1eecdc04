import { fitText, textPx } from "./fit-text";
import type { Bar, RailLine, RailText } from "./layout-model";
import { placeOfInstant, roundPx, type TimelineScale } from "./scale";
import type { TimelineLine } from "./timeline-model";

const rowHeight = 24;
const firstRow = 22;
const afterMark = 12;
const meetingPx = 9;

/**
 * Places lines from a turn to its outcome in rows without overlap.
 * @param rowsMax number of rows; further lines are hidden
 * @returns the lines, the number hidden, and the track's height in px
 */
export function layOutLines(
  told: readonly TimelineLine[],
  bars: readonly Bar[],
  scale: TimelineScale,
  { top, rowsMax }: { readonly top: number; readonly rowsMax: number },
): { readonly lines: readonly RailLine[]; readonly hidden: number; readonly height: number } {
  const barOf = new Map(bars.flatMap((bar) => bar.itemIds.map((id) => [id, bar] as const)));
  const rows: number[] = [];
  const lines: RailLine[] = [];
  let hidden = 0;
  for (const each of told) {
    const line = lineOf(each, barOf.get(`c${each.contact}`), scale);
    const free = rows.findIndex((end) => end < line.saidX - afterMark);
    const row = free === -1 ? rows.length : free;
    if (row >= rowsMax) {
      hidden += 1;
      continue;
    }
    rows[row] = endOf(line);
    lines.push({ ...line, y: top + firstRow + row * rowHeight });
  }
  return { lines, hidden, height: 2 * firstRow + Math.max(0, rows.length - 1) * rowHeight + 2 };
}

function endOf({ state, what }: RailLine): number {
  return Math.max(
    state.x + textPx(state.words) + 16,
    what === null ? 0 : what.x + textPx(what.words),
  );
}

function lineOf(said: TimelineLine, bar: Bar | undefined, scale: TimelineScale): RailLine {
  const at = (us: number | null) => (us === null ? null : placeOfInstant(scale, us));
  const saidX = placeInBar(placeOfInstant(scale, said.saidUs), bar);
  const dueX = at(said.dueUs);
  const settledX = at(said.settledUs);
  const meetings = said.meetings
    .map(({ atUs, tone, words }) => ({ x: placeOfInstant(scale, atUs) + meetingPx, tone, words }))
    .filter(({ x }) => x > saidX + meetingPx);
  const spoken = Math.max(saidX + 24, ...meetings.map(({ x }) => x), settledX ?? 0);
  const solidToX = dueX === null ? spoken : Math.max(dueX, saidX);
  const isLate = dueX !== null && spoken > dueX + meetingPx;
  const marks = [saidX, ...meetings.map(({ x }) => x), solidToX, isLate ? spoken : solidToX];
  return {
    id: said.id,
    y: 0,
    saidX,
    dropY: bar === undefined ? 0 : bar.y + 8,
    solidToX,
    dashedToX: isLate ? spoken : null,
    dueX,
    settledX: isLate ? settledX : null,
    tone: said.tone,
    meetings,
    ...textsOf(said, marks, solidToX, scale.width),
  };
}

function placeInBar(x: number, bar: Bar | undefined): number {
  if (bar === undefined) return x;
  return Math.min(Math.max(x, bar.x + 4), bar.x + bar.width - 4);
}

/** The label is on the line where there is space, else beside the outcome after the last symbol. */
function textsOf(
  { what, stateWords }: TimelineLine,
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
  // If not all fits, the state is kept: the accessible name has the rest.
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
