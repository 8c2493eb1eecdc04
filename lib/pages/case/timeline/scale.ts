/** A place where time and picture meet; between two of them the scale is linear. */
export type Knot = { readonly atUs: number; readonly x: number };

/** Idle time that is drawn as a break, without the room left beside it. */
export type ScaleGap = { readonly x: number; readonly width: number };

/** A monotone piecewise-linear map from time to px. */
export type TimelineScale = {
  /** Strictly rising in both. */
  readonly knots: readonly Knot[];
  /** As many as there are blocks less one; none where nothing is cut out. */
  readonly gaps: readonly ScaleGap[];
  readonly width: number;
};

/** Where an instant stands; before the first knot and after the last it stands there. */
export function xOfInstant({ knots }: TimelineScale, atUs: number): number {
  const [left, right] = neighbours(knots, (knot) => knot.atUs <= atUs);
  if (left === null || right === null) return (left ?? right)?.x ?? 0;
  const share = (atUs - left.atUs) / (right.atUs - left.atUs);
  return left.x + share * (right.x - left.x);
}

/** As `xOfInstant`, to a tenth of a px: every machine draws the same, and says it in few digits. */
export function placeOfInstant(scale: TimelineScale, atUs: number): number {
  return roundPx(xOfInstant(scale, atUs));
}

/** To a tenth. */
export function roundPx(px: number): number {
  return Math.round(px * 10) / 10;
}

/** The instant that stands at a place: the inverse of `xOfInstant`. */
export function instantOfX({ knots }: TimelineScale, x: number): number {
  const [left, right] = neighbours(knots, (knot) => knot.x <= x);
  if (left === null || right === null) return (left ?? right)?.atUs ?? 0;
  const share = (x - left.x) / (right.x - left.x);
  return left.atUs + share * (right.atUs - left.atUs);
}

/** The last knot that is reached and the first that is not. */
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
