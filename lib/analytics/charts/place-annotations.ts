import { lettersOf, markerSentence, type TimeMarker } from "../annotations/time-markers";
import type { TimeAxis } from "./time-axis";

/** Markers of a drawing along time, positions in per cent of its width. */
export type PlacedAnnotations = {
  /** Starts. */
  readonly lines: readonly number[];
  /** Ranges. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Boxes with letters, without overlaps: neighbours that do not fit share a box. */
  readonly labels: readonly {
    readonly from: number;
    readonly letters: string;
    /** The annotations under it, a sentence each. */
    readonly words: readonly string[];
  }[];
};

/** A box's width in pixels: its frame, and each sign in it. */
const framePx = 8;
const signPx = 7;

/**
 * Places markers, and merges letters that would overlap into one box.
 * @param markers those that overlap the drawn period
 * @param placeOf an instant's position, in per cent of the width
 * @param widthPx the least width of the drawing
 */
export function placeAnnotations(
  markers: readonly TimeMarker[],
  placeOf: (atUs: number) => number,
  widthPx: number,
): PlacedAnnotations {
  const shown = markers.toSorted((one, other) => one.fromUs - other.fromUs);
  const boxes: Box[] = [];
  for (const marker of shown) {
    let box = boxOf([marker], placeOf, widthPx);
    for (let last = boxes.at(-1); last !== undefined && last.to > box.from; last = boxes.at(-1)) {
      boxes.pop();
      box = boxOf([...last.markers, ...box.markers], placeOf, widthPx);
    }
    boxes.push(box);
  }
  return {
    lines: shown.map(({ fromUs }) => placeOf(fromUs)),
    ranges: shown.flatMap(({ fromUs, toUs }) =>
      toUs === null ? [] : [{ from: placeOf(fromUs), to: placeOf(toUs) }],
    ),
    labels: boxes.map(({ markers: own, from }) => ({
      from,
      letters: lettersOf(own),
      words: own.map(markerSentence),
    })),
  };
}

type Box = { readonly markers: readonly TimeMarker[]; readonly from: number; readonly to: number };

/** A box begins at its first marker's line, and stays inside. */
function boxOf(
  own: readonly TimeMarker[],
  placeOf: (atUs: number) => number,
  widthPx: number,
): Box {
  const sorted = own.toSorted((one, other) => one.order - other.order);
  const width = (100 * (framePx + signPx * lettersOf(sorted).length)) / widthPx;
  const first = Math.min(...own.map(({ fromUs }) => placeOf(fromUs)));
  const from = Math.max(0, Math.min(first, 100 - width));
  return { markers: sorted, from, to: from + width };
}

/** The markers that begin in a period, for a table cell: "B Prompt, 20 Sep 2026: support-core v8". */
export function annotationsIn(markers: readonly TimeMarker[], { fromUs, toUs }: TimeAxis): string {
  return markers
    .filter((marker) => marker.fromUs >= fromUs && marker.fromUs < toUs)
    .map(markerSentence)
    .join("; ");
}
