import type { Annotation, AnnotationKind } from "@/lib/domain/annotation";
import { dayUs, wallTimeAt } from "@/lib/stats/zoned-time";
import { formatInstant } from "./format";

/** Something on a time axis that a reader of the chart should know of. Instants are microseconds since 1970. */
export type TimeMarker = {
  readonly key: string;
  readonly kind: AnnotationKind;
  /** The letter that stands for the kind where words have no room. */
  readonly letter: string;
  /** "Release", "Outage", "Policy". */
  readonly kindWords: string;
  readonly fromUs: number;
  /** The end of a range, itself not part of it; null: a point. */
  readonly toUs: number | null;
  /** Its first and last day in the display zone, each written as its midnight in UTC, for axes of days. */
  readonly firstDayUs: number;
  readonly lastDayUs: number;
  /** "12 Oct 2026, 14:00", "12 Oct 2026 – 14 Oct 2026". */
  readonly when: string;
  /** Masked. */
  readonly text: string;
};

export const annotationKindWords: Readonly<Record<AnnotationKind, string>> = {
  release: "Release",
  outage: "Outage",
  policy: "Policy",
};

const letters: Readonly<Record<AnnotationKind, string>> = {
  release: "R",
  outage: "O",
  policy: "P",
};

/**
 * Prepares annotations for the time axis of a chart, by when they begin.
 * @param zone the display zone, an IANA name
 */
export function prepareMarkers(
  annotations: readonly Annotation[],
  zone: string,
): readonly TimeMarker[] {
  return annotations.map(({ id, kind, fromUs, toUs, text }) => {
    const first = wallTimeAt(fromUs, zone);
    const last = toUs === null ? first : wallTimeAt(toUs - 1, zone);
    const isOfDays =
      first.sinceMidnightUs === 0 &&
      (toUs === null || wallTimeAt(toUs, zone).sinceMidnightUs === 0);
    const style = isOfDays ? "day" : "minute";
    const begin = formatInstant(fromUs, style, zone);
    const end = toUs === null ? begin : formatInstant(isOfDays ? toUs - 1 : toUs, style, zone);
    return {
      ...{ key: String(id), kind, letter: letters[kind], kindWords: annotationKindWords[kind] },
      ...{ fromUs, toUs, text },
      firstDayUs: first.day * dayUs,
      lastDayUs: last.day * dayUs,
      when: begin === end ? begin : `${begin} – ${end}`,
    };
  });
}

/** A marker in one sentence for a screen reader or a tooltip: "Release, 12 Oct 2026: v12 of the bot". */
export function markerSentence({ kindWords, when, text }: TimeMarker): string {
  return `${kindWords}, ${when}: ${text}`;
}
