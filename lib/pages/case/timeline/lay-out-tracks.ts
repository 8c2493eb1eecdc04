import { fitText, textPx } from "./fit-text";
import type { DisclosureDot, Lane, ReleaseTick, SlaBar, StateBox } from "./layout-model";
import { pxOfInstant, roundPx, type TimelineScale } from "./scale";
import type { Timeline } from "./timeline-model";
import { trackNotes } from "../words/timeline-card";

const stateTop = 76;
const stateHeight = 20;
const slaY = 115;
const edge = 10;
const dotsApart = 12;
const dotLabel = 9;

/** The case's states as adjacent bars. */
export function layOutStates({ states }: Timeline, scale: TimelineScale): readonly StateBox[] {
  return states.map(({ id, fromUs, toUs, tone, words }) => {
    const x = pxOfInstant(scale, fromUs);
    const end = toUs === null ? scale.width - edge : pxOfInstant(scale, toUs);
    const width = roundPx(Math.max(4, end - x - 2));
    return {
      id,
      x,
      y: stateTop,
      width,
      height: stateHeight,
      tone,
      words: stateWords(words, width - (tone === "open" || tone === "none" ? 12 : 28)),
    };
  });
}

/** The whole text, else the state without its reason, else as much as fits. */
function stateWords(words: string, room: number): string {
  const [short = words] = words.split(/ · |, /);
  return textPx(words) <= room ? words : fitText(short, room);
}

/** The SLA clock's segments, with labels where they fit. */
export function layOutSla({ sla }: Timeline, scale: TimelineScale): SlaBar {
  const segments = sla.segments.map(({ fromUs, toUs, state, isOver }) => {
    const x = pxOfInstant(scale, fromUs);
    return { x, width: roundPx(Math.max(0, pxOfInstant(scale, toUs) - x)), state, isOver };
  });
  const notes = sla.segments.flatMap(({ state, reason }, at) => {
    const { x, width } = segments[at] ?? { x: 0, width: 0 };
    if (state === "running" || state === "off-hours") return [];
    const words = reason === null ? [state] : [`${state} · ${reason}`, state];
    const shown = words.find((each) => textPx(each) <= width - 20);
    if (shown === undefined) return [];
    const px = roundPx(textPx(shown) + 12);
    return [{ x: roundPx(x + width / 2), y: slaY, width: px, words: shown, isOver: false }];
  });
  const over = segments.filter(({ isOver, state }) => isOver && state === "running");
  const [first] = over;
  const last = over.at(-1);
  const dueX = sla.dueUs === null ? null : pxOfInstant(scale, sla.dueUs);
  if (sla.overWords === null || first === undefined || last === undefined) {
    return { segments, notes, dueX };
  }
  const px = textPx(sla.overWords, true) + 24;
  const x = Math.min((first.x + last.x + last.width) / 2, scale.width - px / 2 - edge);
  const note = { x, y: slaY, width: px, words: sla.overWords, isOver: true };
  return { segments, notes: [...notes, note], dueX };
}

/** Disclosures as dots in time order, moved apart where they overlap. */
export function layOutDisclosures(
  { disclosures }: Timeline,
  scale: TimelineScale,
  top: number,
): readonly DisclosureDot[] {
  let last = -Infinity;
  const places = disclosures
    .toSorted((a, b) => a.atUs - b.atUs)
    .map((disclosure) => {
      last = Math.max(pxOfInstant(scale, disclosure.atUs) + 5, last + dotsApart);
      return { disclosure, x: last };
    });
  return places.map(({ disclosure: { id, status, tone, words }, x }, at) => {
    const room = (places[at + 1]?.x ?? scale.width) - x - 2 * dotLabel;
    const isGood = tone === "pass";
    const label = isGood && textPx(words) > room ? "" : fitText(words, room);
    return { id, x, y: top + 21, status, tone, words, label };
  });
}

/** Version changes at their first message. */
export function layOutReleases(
  { releases }: Timeline,
  lanes: readonly Lane[],
  scale: TimelineScale,
): readonly ReleaseTick[] {
  const places = releases.map((release) => ({ release, x: pxOfInstant(scale, release.atUs) }));
  return places.map(({ release: { id, at: when, words, lanes: reached }, x }, at) => {
    const room = (places[at + 1]?.x ?? scale.width) - x - 2 * dotLabel;
    const label = `${when} · ${words}`;
    const symbols = reached.flatMap(({ channel, atUs, words: version }) => {
      const lane = lanes.find((each) => each.channel === channel);
      return lane === undefined
        ? []
        : [{ x: pxOfInstant(scale, atUs), y: lane.top, words: version }];
    });
    const shown = textPx(label) <= room ? label : fitText(words, room);
    return { id, x, symbols, words: label, label: shown };
  });
}

/** Versions at the opening, in the space before the first change. */
export function layOutOpening(timeline: Timeline, scale: TimelineScale): string {
  const { releases, releasesAtOpening, blocks } = timeline;
  if (releasesAtOpening === "") return trackNotes.noVersion;
  const [first] = releases;
  if (first === undefined) return trackNotes.noChange(releasesAtOpening);
  const room = pxOfInstant(scale, first.atUs) - pxOfInstant(scale, blocks[0]?.fromUs ?? 0);
  return fitText(releasesAtOpening, room - dotsApart);
}
