import { lettersOf, markerSentence, type TimeMarker } from "../annotations/time-markers";
import type { TimeAxis } from "./time-axis";

/** Markers on a drawing along time, every place in per cent of its width. */
export type PlacedAnnotations = {
  /** Where something begins. */
  readonly lines: readonly number[];
  /** What lasts. */
  readonly ranges: readonly { readonly from: number; readonly to: number }[];
  /** Boxes with letters, none over another: what has no room beside its neighbour shares a box with it. */
  readonly labels: readonly {
    readonly from: number;
    readonly letters: string;
    /** What it stands for, a sentence each. */
    readonly words: readonly string[];
  }[];
};

/** What a box takes in pixels: its frame, and each sign in it. */
const framePx = 8;
const signPx = 7;

/**
 * Places markers, and puts letters that would lie over each other into one box.
 * @param markers those that reach into the time drawn
 * @param placeOf where an instant lies, in per cent of the width
 * @param widthPx the least width that the drawing has anywhere
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

/** What begins in a stretch of time, for a cell of a table: "B Prompt, 20 Sep 2026: support-core v8". */
export function annotationsIn(markers: readonly TimeMarker[], { fromUs, toUs }: TimeAxis): string {
  return markers
    .filter((marker) => marker.fromUs >= fromUs && marker.fromUs < toUs)
    .map(markerSentence)
    .join("; ");
}
