import type { Tone } from "@/lib/format/wording";
import { textPx } from "./fit-text";
import type { Bar, Box, Chip, Connector } from "./layout-model";
import { pxOfInstant, roundPx, type TimelineScale } from "./scale";
import type { Timeline, TimelineHandoff } from "./timeline-model";

type Point = { readonly x: number; readonly y: number };

const chipHeight = 18;
const capPx = 9;
const tipPx = 5;
const elbowPx = 9.5;
const curveLeast = 16;
const worstFirst: readonly Tone[] = ["fail", "warn", "pass", "none"];
/** Positions for a chip along its line, best first. */
const chipPlaces = [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8];

/**
 * Handoffs as lines between bars, several between the same two as one. Omits those within a bar and, where
 * contacts were merged, those without a loss.
 */
export function layOutConnectors(
  timeline: Timeline,
  bars: readonly Bar[],
  scale: TimelineScale,
): readonly Connector[] {
  const barOf = new Map(bars.flatMap((bar) => bar.itemIds.map((id) => [id, bar] as const)));
  const groups = new Map<string, { from: Bar; to: Bar; handoffs: TimelineHandoff[] }>();
  const isCrowded = timeline.contactGroups.length < timeline.contacts.length;
  for (const handoff of timeline.handoffs) {
    if (isCrowded && !handoff.gap.isLossy) continue;
    const from = barOf.get(`c${handoff.from}`);
    const to = barOf.get(`c${handoff.to}`);
    if (from === undefined || to === undefined) continue;
    const isInside = handoff.from === handoff.to;
    if (from === to && (!isInside || from.itemIds.length > 1)) continue;
    const key = isInside ? handoff.id : `${from.id} ${to.id}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { from, to, handoffs: [handoff] });
    else group.handoffs.push(handoff);
  }
  const taken: Box[] = [...bars];
  return [...groups.values()].map(({ from, to, handoffs }) => {
    const route = from === to ? inside(from, handoffs, scale) : between(from, to);
    const connector = { ...describe(handoffs), path: route.path, tip: route.tip };
    const whole = placeChip(route.places, chipPx(connector.words), taken, scale.width);
    const chip = whole ?? placeChip(route.places, chipPx(""), taken, scale.width);
    if (chip !== null) taken.push(boxOf(chip));
    return { ...connector, chip, words: whole === null ? "" : connector.words };
  });
}

/** The area a chip takes. */
export function boxOf({ x, y, width }: Chip): Box {
  return { x: x - width / 2, y: y - chipHeight / 2, width, height: chipHeight };
}

function chipPx(words: string): number {
  return words === "" ? 22 : 26 + textPx(words, true);
}

function describe(
  handoffs: readonly TimelineHandoff[],
): Pick<Connector, "id" | "itemIds" | "tone" | "isLossy" | "words"> {
  const tone = worstFirst.find((each) => handoffs.some(({ gap }) => gap.tone === each)) ?? "none";
  const worst = handoffs.find(({ gap }) => gap.tone === tone) ?? handoffs[0];
  const words = tone === "none" ? "" : (worst?.gap.chip ?? "");
  return {
    id: worst?.id ?? "",
    itemIds: handoffs.map(({ id }) => id),
    tone,
    isLossy: handoffs.some(({ gap }) => gap.isLossy),
    words: handoffs.length === 1 ? words : `${words} ×${handoffs.length}`.trim(),
  };
}

type Route = {
  readonly path: string;
  readonly tip: Point | null;
  readonly places: readonly Point[];
};

/** Handoffs within a contact: a line across the upper half, the chip above. */
function inside(bar: Bar, handoffs: readonly TimelineHandoff[], scale: TimelineScale): Route {
  const atUs = handoffs[0]?.atUs ?? 0;
  const x = Math.min(Math.max(pxOfInstant(scale, atUs), bar.x), bar.x + bar.width);
  const above = bar.y - 11;
  return {
    path: `M${roundPx(x)} ${roundPx(bar.y - 4)}V${roundPx(bar.y + 19)}`,
    tip: null,
    places: [0, 24, -24, 48, -48].map((aside) => ({ x: x + aside, y: above })),
  };
}

function between(from: Bar, to: Bar): Route {
  const start = { x: from.x + from.width + capPx, y: from.y + from.height / 2 };
  const end = { x: to.x - tipPx, y: to.y + to.height / 2 };
  if (from.y === to.y) return along(start, end, from);
  if (end.x - start.x >= curveLeast) return curve(start, end);
  return elbow(from, to, end);
}

function along(start: Point, end: Point, bar: Bar): Route {
  const middle = (start.x + end.x) / 2;
  if (end.x > start.x + 4) {
    const places = chipPlaces.map((t) => ({ x: start.x + t * (end.x - start.x), y: start.y }));
    const above = places.map(({ x }) => ({ x, y: bar.y - 11 }));
    return { path: `M${pair(start)}H${roundPx(end.x)}`, tip: end, places: [...places, ...above] };
  }
  const top = bar.y - 4;
  const path = `M${roundPx(start.x - capPx)} ${roundPx(bar.y)}V${roundPx(top)}H${roundPx(end.x + tipPx + 4)}V${roundPx(bar.y)}`;
  return { path, tip: null, places: [{ x: middle, y: bar.y - 11 }] };
}

function curve(start: Point, end: Point): Route {
  const middle = (start.x + end.x) / 2;
  const first = { x: middle, y: start.y };
  const second = { x: middle, y: end.y };
  return {
    path: `M${pair(start)}C${pair(first)} ${pair(second)} ${pair(end)}`,
    tip: end,
    places: chipPlaces.map((t) => onCurve([start, first, second, end], t)),
  };
}

/** Contacts without a gap, or overlapping. */
function elbow(from: Bar, to: Bar, end: Point): Route {
  const isDown = to.y > from.y;
  const leave = { x: to.x - elbowPx, y: isDown ? from.y + from.height + 3 : from.y - 3 };
  const turn = end.y + (isDown ? -10 : 10);
  return {
    path: `M${pair(leave)}V${roundPx(turn)}Q${roundPx(leave.x)} ${roundPx(end.y)} ${roundPx(end.x + 2)} ${roundPx(end.y)}`,
    tip: { x: end.x + 2, y: end.y },
    places: chipPlaces.map((t) => ({ x: leave.x, y: leave.y + t * (turn - leave.y) })),
  };
}

function onCurve(points: readonly [Point, Point, Point, Point], t: number): Point {
  const weights = [(1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t ** 2 * (1 - t), t ** 3];
  const sum = (of: (point: Point) => number) =>
    points.reduce((total, point, at) => total + of(point) * (weights[at] ?? 0), 0);
  return { x: sum(({ x }) => x), y: sum(({ y }) => y) };
}

function placeChip(
  places: readonly Point[],
  width: number,
  taken: readonly Box[],
  plotWidth: number,
): Chip | null {
  const chips = places.map(({ x, y }) => {
    const half = width / 2;
    return {
      x: roundPx(Math.min(Math.max(x, half + 1), plotWidth - half - 1)),
      y: roundPx(y),
      width: roundPx(width),
    };
  });
  return chips.find((chip) => !taken.some((box) => overlap(boxOf(chip), box))) ?? null;
}

function overlap(a: Box, b: Box): boolean {
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height;
}

function pair({ x, y }: Point): string {
  return `${roundPx(x)} ${roundPx(y)}`;
}
