import type { Annotation, AnnotationKind } from "@/lib/domain/settings/annotation";
import type { Channel } from "@/lib/domain/trace/channel";
import type { VersionStart } from "../prompts/version-starts";
import { dayUs, wallTimeAt } from "@/lib/stats/time/zoned-time";
import type { TimeAxis } from "../charts/time-axis";
import { formatCounted, formatInstant } from "@/lib/format/format";
import { promptName } from "@/lib/format/prompts/prompt-words";
import { channelWords } from "@/lib/format/wording";

export const markerKinds = ["release", "outage", "policy", "prompt"] as const;
export type MarkerKind = (typeof markerKinds)[number];

/** An event on a time axis. Instants are microseconds since 1970. */
export type TimeMarker = {
  readonly key: string;
  readonly kind: MarkerKind;
  /** Its index among those of the page, from 0. */
  readonly order: number;
  /** Its label on every chart of a page: "A", "B", by start. */
  readonly letter: string;
  /** "Release", "Outage", "Policy", "Prompt". */
  readonly kindWords: string;
  readonly fromUs: number;
  /** Exclusive end of a range; null: a point. */
  readonly toUs: number | null;
  /** Its first and last day in the display zone, each written as its midnight in UTC, for axes of days. */
  readonly firstDayUs: number;
  readonly lastDayUs: number;
  /** "12 Oct 2026, 14:00", "12 Oct 2026 – 14 Oct 2026". */
  readonly when: string;
  /** Masked. */
  readonly text: string;
  /** The first contacts with it, by channel; empty: it concerns all channels. */
  readonly heard: VersionStart["heard"];
  /** Its author; null: found in contacts. */
  readonly note: Pick<Annotation, "id" | "author" | "createdUs"> | null;
};

export const annotationKindWords: Readonly<Record<AnnotationKind, string>> = {
  release: "Release",
  outage: "Outage",
  policy: "Policy",
};

/** Inputs of a period's markers: people's annotations, version starts in contacts and the display zone (IANA name). */
export type AnnotationFacts = {
  readonly annotations: readonly Annotation[];
  readonly starts: readonly VersionStart[];
  readonly zone: string;
};

export const noAnnotations: AnnotationFacts = { annotations: [], starts: [], zone: "UTC" };

/**
 * Prepares the markers that overlap a period, by start.
 * @param axis the period, in instants; its end is exclusive
 */
export function prepareMarkers(
  { annotations, starts, zone }: AnnotationFacts,
  axis: TimeAxis,
): readonly TimeMarker[] {
  const all = [
    ...annotations.map((annotation) => noted(annotation, zone)),
    ...starts.map((start) => versionMarker(start, zone)),
  ];
  return all
    .filter(({ fromUs, toUs }) => fromUs < axis.toUs && (toUs ?? fromUs + 1) > axis.fromUs)
    .sort((one, other) => one.fromUs - other.fromUs)
    .map((marker, at) => ({ ...marker, order: at, letter: letterAt(at) }));
}

type Unlettered = Omit<TimeMarker, "letter" | "order">;

function noted(annotation: Annotation, zone: string): Unlettered {
  const { id, kind, fromUs, toUs, text, author, createdUs } = annotation;
  const first = wallTimeAt(fromUs, zone);
  const last = toUs === null ? first : wallTimeAt(toUs - 1, zone);
  const isOfDays =
    first.sinceMidnightUs === 0 && (toUs === null || wallTimeAt(toUs, zone).sinceMidnightUs === 0);
  const style = isOfDays ? "day" : "minute";
  const begin = formatInstant(fromUs, style, zone);
  const end = toUs === null ? begin : formatInstant(isOfDays ? toUs - 1 : toUs, style, zone);
  return {
    ...{ key: `note ${String(id)}`, kind, kindWords: annotationKindWords[kind] },
    ...{ fromUs, toUs, text, heard: [], note: { id, author, createdUs } },
    firstDayUs: first.day * dayUs,
    lastDayUs: last.day * dayUs,
    when: begin === end ? begin : `${begin} – ${end}`,
  };
}

function versionMarker({ kind, version, heard, fromUs }: VersionStart, zone: string): Unlettered {
  const day = wallTimeAt(fromUs, zone).day * dayUs;
  const name = kind === "prompt" ? promptName(version) : version.prompt;
  const where = heard.map(({ channel }) => channelWords[channel]);
  const channels = where.length > 2 ? formatCounted(where.length, "channel") : where.join(" and ");
  return {
    ...{ key: `${kind} ${version.prompt}`, kind, fromUs, toUs: null, heard, note: null },
    ...{ firstDayUs: day, lastDayUs: day, when: formatInstant(fromUs, "day", zone) },
    kindWords: kind === "prompt" ? "Prompt" : annotationKindWords.release,
    text: `${name}, first heard on ${channels}`,
  };
}

/** A to Z, then AA, AB and so on. */
function letterAt(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : `${letterAt(Math.floor(at / 26) - 1)}${letter}`;
}

/** The markers of one channel's chart: those of all channels, and those found on this one, from their start there. */
export function markersOn(markers: readonly TimeMarker[], channel: Channel): readonly TimeMarker[] {
  return markers.flatMap((marker) => {
    const own = marker.heard.find((each) => each.channel === channel);
    if (own !== undefined) return [{ ...marker, fromUs: own.fromUs }];
    return marker.heard.length === 0 ? [marker] : [];
  });
}

/** The letters of markers at one position: "B", "B, D", "B–D, F" where some follow each other. */
export function lettersOf(markers: readonly Pick<TimeMarker, "letter" | "order">[]): string {
  const runs: Pick<TimeMarker, "letter" | "order">[][] = [];
  for (const marker of markers) {
    const run = runs.at(-1);
    if (run !== undefined && run.at(-1)?.order === marker.order - 1) run.push(marker);
    else runs.push([marker]);
  }
  return runs
    .map((run) => {
      const letters = run.map(({ letter }) => letter);
      return letters.length < 3
        ? letters.join(", ")
        : `${letters[0] ?? ""}–${letters.at(-1) ?? ""}`;
    })
    .join(", ");
}

/** A marker in one sentence for a screen reader or a tooltip: "B Release, 12 Oct 2026: v12 of the bot". */
export function markerSentence({ letter, kindWords, when, text }: TimeMarker): string {
  return `${letter} ${kindWords}, ${when}: ${text}`;
}
