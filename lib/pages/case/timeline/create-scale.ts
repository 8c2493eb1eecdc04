import { shortestGapUs, type ActiveBlock } from "./find-activity";
import type { Knot, ScaleGap, TimelineScale } from "./scale";

/**
 * `compressed` cuts idle time out, `true` keeps it, `sequence` gives each event the same width, `relative`
 * is compressed with times from the beginning.
 */
export const scaleModes = ["compressed", "true", "sequence", "relative"] as const;
export type ScaleMode = (typeof scaleModes)[number];

const minuteUs = 60_000_000;
const pxPerMinute = 2.6;
/** px a minute: one second fills any screen. */
const ratePxMax = 1_000_000;
const bisections = 40;
/** A scrolling timeline is at most this many times its minimum width. */
const scrolledShare = 1.5;
/** In minutes: keeps the scale strictly rising at rate 0. */
const leastRate = 1e-6;
const gapPxLeast = 28;
const gapPxPerDoubling = 6;
const gapPxMax = 72;
const blockPad = 6;
const slotPx = 44;
/** px before the first and after the last event. */
const startPad = 8;
const endPad = 120;

/**
 * Creates the time scale.
 * @param blocks of activity in order, at least one with a length
 * @param width px to fill; a compressed scale may be wider, unless it has to fit
 */
export function createScale(
  blocks: readonly ActiveBlock[],
  mode: ScaleMode,
  width: number,
  isFitted = false,
): TimelineScale {
  switch (mode) {
    case "true":
      return trueScale(blocks, width);
    case "sequence":
      return sequenceScale(blocks, width, isFitted);
    case "compressed":
    case "relative":
      return compressedScale(blocks, width, isFitted);
  }
}

/** px of an idle gap: 28, plus 6 for each doubling of half an hour, 72 at most. */
export function gapPx(gapUs: number): number {
  const doublings = Math.log2(Math.max(1, gapUs / shortestGapUs));
  return Math.min(gapPxMax, gapPxLeast + gapPxPerDoubling * doublings);
}

function trueScale(blocks: readonly ActiveBlock[], width: number): TimelineScale {
  const fromUs = blocks[0]?.fromUs ?? 0;
  const toUs = Math.max(fromUs + minuteUs, ...blocks.map((block) => block.toUs));
  const knots = [
    { atUs: fromUs, x: startPad },
    { atUs: toUs, x: width - endPad },
  ];
  return { knots, gaps: [], width };
}

function sequenceScale(
  blocks: readonly ActiveBlock[],
  width: number,
  isFitted: boolean,
): TimelineScale {
  const instants = boundsOf(blocks.flatMap((block) => block.spans));
  const room = (width - startPad - endPad) / Math.max(1, instants.length - 1);
  const slot = isFitted ? room : Math.max(slotPx, room);
  const knots = instants.map((atUs, index) => ({ atUs, x: startPad + index * slot }));
  return { knots, gaps: [], width: Math.max(width, (knots.at(-1)?.x ?? 0) + endPad) };
}

type Piece = { readonly toUs: number; readonly px: number; readonly gap: ScaleGap | null };

function compressedScale(
  blocks: readonly ActiveBlock[],
  width: number,
  isFitted: boolean,
): TimelineScale {
  const idle = blocks.slice(1).map((block, index) => idleBetween(blocks[index] ?? block, block));
  const fixedPx = idle.reduce((sum, { px }) => sum + px, startPad + endPad);
  const active = segmentsAt(rateFor(blocks, width - fixedPx), blocks);
  const natural = fixedPx + lengthOf(active);
  const squeeze = isFitted ? Math.min(1, width / natural) : 1;
  const pieces = active.flatMap((segments, index) => [
    ...segments.map(({ toUs, px }) => ({ toUs, px: px * squeeze, gap: null })),
    ...idle.slice(index, index + 1).map((piece) => squeezed(piece, squeeze)),
  ]);
  return { ...join(blocks[0]?.fromUs ?? 0, pieces), width: Math.max(width, natural) * squeeze };
}

/**
 * px per minute of active time that fill the width. Below the contacts' minimum: 2.6, or less where one
 * long contact would push all others out of sight.
 */
function rateFor(blocks: readonly ActiveBlock[], room: number): number {
  const leastPx = lengthOf(segmentsAt(0, blocks));
  const goal = Math.max(room, leastPx * scrolledShare);
  let low = 0;
  let high = leastPx < room ? ratePxMax : pxPerMinute;
  for (let step = 0; step < bisections; step += 1) {
    const middle = (low + high) / 2;
    if (lengthOf(segmentsAt(middle, blocks)) > goal) high = middle;
    else low = middle;
  }
  return low;
}

function segmentsAt(rate: number, blocks: readonly ActiveBlock[]) {
  return blocks.map((block) => segmentsOf(block, rate));
}

function lengthOf(active: readonly (readonly { readonly px: number }[])[]): number {
  return active.flat().reduce((sum, { px }) => sum + px, 0);
}

function join(fromUs: number, pieces: readonly Piece[]): Pick<TimelineScale, "knots" | "gaps"> {
  const knots: Knot[] = [{ atUs: fromUs, x: startPad }];
  const gaps: ScaleGap[] = [];
  let x = startPad;
  for (const { toUs, px, gap } of pieces) {
    if (gap !== null) gaps.push({ x: x + gap.x, width: gap.width });
    x += px;
    knots.push({ atUs: toUs, x });
  }
  return { knots, gaps };
}

function squeezed({ toUs, px, gap }: Piece, by: number): Piece {
  const narrow = gap === null ? null : { x: gap.x * by, width: gap.width * by };
  return { toUs, px: px * by, gap: narrow };
}

/** A gap with its padding. */
function idleBetween(before: ActiveBlock, after: ActiveBlock): Piece {
  const width = gapPx(after.fromUs - before.toUs);
  const left = padOf(before);
  return { toUs: after.fromUs, px: left + width + padOf(after), gap: { x: left, width } };
}

/** A block without length gets its width from its neighbours. */
function padOf({ fromUs, toUs, spans }: ActiveBlock): number {
  if (toUs > fromUs) return blockPad;
  return Math.max(blockPad, ...spans.map((span) => span.leastPx / 2));
}

/** A block split at every start and end in it, each piece at least as wide as it needs. */
function segmentsOf({ spans }: ActiveBlock, rate: number): { toUs: number; px: number }[] {
  const bounds = boundsOf(spans);
  const segments = bounds.slice(1).map((toUs, index) => {
    const fromUs = bounds[index] ?? toUs;
    return { fromUs, toUs, px: ((toUs - fromUs) / minuteUs) * Math.max(rate, leastRate) };
  });
  for (const { fromUs, toUs, leastPx } of spans) {
    const own = segments.filter((each) => each.fromUs >= fromUs && each.toUs <= toUs);
    const px = own.reduce((sum, each) => sum + each.px, 0);
    if (px >= leastPx) continue;
    for (const each of own) each.px *= leastPx / px;
  }
  return segments;
}

function boundsOf(spans: readonly { fromUs: number; toUs: number }[]): number[] {
  const instants = new Set(spans.flatMap(({ fromUs, toUs }) => [fromUs, toUs]));
  return [...instants].sort((a, b) => a - b);
}
