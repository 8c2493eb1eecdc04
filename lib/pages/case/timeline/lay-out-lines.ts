import { fitText, textPx } from "./fit-text";
import type { Bar, TrackLine, TrackText } from "./layout-model";
import { pxOfInstant, roundPx, type TimelineScale } from "./scale";
import type { TimelineLine } from "./timeline-model";

const rowHeight = 24;
const firstRow = 22;
const symbolPx = 12;
const meetingPx = 9;
/** px of half a symbol in a bar, with the space beside it. */
const besidePx = 8;

type LinePlace = {
  readonly top: number;
  readonly rowsMax: number;
  /** Whether the lines begin in the agents' half of a bar, which has letters. */
  readonly isOfAgents: boolean;
};

/**
 * Places lines from a turn to its outcome in rows without overlap.
 * @param rowsMax number of rows; further lines are hidden
 * @returns the lines, the number hidden, and the track's height in px
 */
export function layOutLines(
  items: readonly TimelineLine[],
  bars: readonly Bar[],
  scale: TimelineScale,
  { top, rowsMax, isOfAgents }: LinePlace,
): { readonly lines: readonly TrackLine[]; readonly hidden: number; readonly height: number } {
  const barOf = new Map(bars.flatMap((bar) => bar.itemIds.map((id) => [id, bar] as const)));
  const rows: number[] = [];
  const lines: TrackLine[] = [];
  let hidden = 0;
  for (const each of items) {
    const bar = barOf.get(`c${each.contact}`);
    const x = placeInBar(pxOfInstant(scale, each.saidUs), bar);
    const saidX = isOfAgents ? placeBesideLetters(x, bar) : x;
    const line = lineOf(each, saidX, bar, scale);
    const free = rows.findIndex((end) => end < line.saidX - symbolPx);
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

function endOf({ state, what }: TrackLine): number {
  return Math.max(
    state.x + textPx(state.words) + 16,
    what === null ? 0 : what.x + textPx(what.words),
  );
}

function lineOf(
  item: TimelineLine,
  saidX: number,
  bar: Bar | undefined,
  scale: TimelineScale,
): TrackLine {
  const at = (us: number | null) => (us === null ? null : pxOfInstant(scale, us));
  const dueX = at(item.dueUs);
  const settledX = at(item.settledUs);
  const meetings = item.meetings
    .map(({ atUs, tone, words }) => ({ x: pxOfInstant(scale, atUs) + meetingPx, tone, words }))
    .filter(({ x }) => x > saidX + meetingPx);
  const spoken = Math.max(saidX + 24, ...meetings.map(({ x }) => x), settledX ?? 0);
  const solidToX = dueX === null ? spoken : Math.max(dueX, saidX);
  const isLate = dueX !== null && spoken > dueX + meetingPx;
  const symbolXs = [saidX, ...meetings.map(({ x }) => x), solidToX, isLate ? spoken : solidToX];
  return {
    id: item.id,
    y: 0,
    saidX,
    dropY: bar === undefined ? 0 : bar.y + 8,
    solidToX,
    dashedToX: isLate ? spoken : null,
    dueX,
    settledX: isLate ? settledX : null,
    tone: item.tone,
    meetings,
    ...textsOf(item, symbolXs, solidToX, scale.width),
  };
}

function placeInBar(x: number, bar: Bar | undefined): number {
  if (bar === undefined) return x;
  return Math.min(Math.max(x, bar.x + 4), bar.x + bar.width - 4);
}

/** Right of the letters of the bar's segment, as far as the bar reaches. */
function placeBesideLetters(x: number, bar: Bar | undefined): number {
  const segment = bar?.segments.findLast((each) => each.x <= x);
  if (bar === undefined || segment === undefined || segment.letters === "") return x;
  const free = segment.lettersX + textPx(segment.letters, true) + besidePx;
  return Math.max(x, Math.min(free, bar.x + bar.width - 4));
}

/** The label is on the line where there is space, else beside the outcome after the last symbol. */
function textsOf(
  { what, stateWords }: TimelineLine,
  symbolXs: readonly number[],
  solidToX: number,
  width: number,
): { readonly what: TrackText | null; readonly state: TrackText } {
  const places = symbolXs.toSorted((a, b) => a - b);
  const stretches = places.slice(1).map((x, at) => ({ x: places[at] ?? x, to: x }));
  const free = stretches.find(
    ({ x, to }) => to <= solidToX && to - x >= textPx(what) + 3 * meetingPx,
  );
  const room = (from: number) => (places.find((x) => x > from + 1) ?? width) - from - 2 * symbolPx;
  const whole = free === undefined ? `${what}: ${stateWords}` : stateWords;
  const end = places.at(-1) ?? solidToX;
  // If not all fits, the state is kept: the accessible name has the rest.
  const isRoomy = textPx(whole) <= Math.max(room(solidToX) - 14, width - end - 3 * symbolPx);
  const state = isRoomy ? whole : stateWords;
  const from = textPx(state) + 14 <= room(solidToX) ? solidToX : end;
  return {
    what:
      free === undefined
        ? null
        : { x: roundPx((free.x + free.to - textPx(what)) / 2), words: what },
    state: { x: from + symbolPx, words: fitText(state, width - from - 3 * symbolPx) },
  };
}
