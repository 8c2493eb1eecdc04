/** A knot of the scale: (instant, px); linear between knots. */
export type Knot = { readonly atUs: number; readonly x: number };

/** Idle time drawn as a break, without padding. */
export type ScaleGap = { readonly x: number; readonly width: number };

/** A monotone piecewise-linear map from time to px. */
export type TimelineScale = {
  /** Strictly rising in both. */
  readonly knots: readonly Knot[];
  /** One less than the blocks; none where nothing is cut out. */
  readonly gaps: readonly ScaleGap[];
  readonly width: number;
};

/** px of an instant, clamped to the first and last knot. */
export function xOfInstant({ knots }: TimelineScale, atUs: number): number {
  const [left, right] = neighbours(knots, (knot) => knot.atUs <= atUs);
  if (left === null || right === null) return (left ?? right)?.x ?? 0;
  const share = (atUs - left.atUs) / (right.atUs - left.atUs);
  return left.x + share * (right.x - left.x);
}

/** As `xOfInstant`, rounded to 0.1 px: identical on every machine, and short. */
export function pxOfInstant(scale: TimelineScale, atUs: number): number {
  return roundPx(xOfInstant(scale, atUs));
}

/** Rounds to 0.1. */
export function roundPx(px: number): number {
  return Math.round(px * 10) / 10;
}

/** The instant at a px: the inverse of `xOfInstant`. */
export function instantOfX({ knots }: TimelineScale, x: number): number {
  const [left, right] = neighbours(knots, (knot) => knot.x <= x);
  if (left === null || right === null) return (left ?? right)?.atUs ?? 0;
  const share = (x - left.x) / (right.x - left.x);
  return left.atUs + share * (right.atUs - left.atUs);
}

/** The knots on both sides of a value. */
function neighbours(
  knots: readonly Knot[],
  isReached: (knot: Knot) => boolean,
): readonly [Knot | null, Knot | null] {
  let low = 0;
  let high = knots.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const knot = knots[middle];
    if (knot !== undefined && isReached(knot)) low = middle + 1;
    else high = middle;
  }
  return [knots[low - 1] ?? null, knots[low] ?? null];
}
