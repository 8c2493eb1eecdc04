import type { CasesHistogram, HistogramBucket } from "./cases-page-model";
import type { CasesQuery } from "@/lib/analytics/filter/cases-query";
import { countingZone, formatInstant, isoDay } from "@/lib/format/format";
import { placeAnnotations } from "@/lib/analytics/charts/place-annotations";
import { markerSentence, type TimeMarker } from "@/lib/analytics/annotations/time-markers";

const dayUs = 86_400_000_000;
const groupsMax = 8;

/** One bar of the histogram with the list it links to. */
export type StripBar = {
  readonly fromUs: number;
  /** The days it covers: "5 Oct 2026 – 11 Oct 2026". */
  readonly words: string;
  readonly matching: number;
  readonly all: number;
  /** Heights as shares of the tallest bar. */
  readonly matchingHeight: number;
  readonly allHeight: number;
  /** The list filtered to its days. */
  readonly to: CasesQuery;
  /** Annotations on its days; null: none. */
  readonly annotation: StripAnnotation | null;
};

/** The annotations of a bar's days. */
type StripAnnotation = {
  /** Letters of annotations that begin here; null: only a running range, or no space. */
  readonly letters: string | null;
  /** Whether a range runs here. */
  readonly isRange: boolean;
  readonly words: readonly string[];
};

/** A group of bars: a week of days, a month of weeks. */
export type StripGroup = {
  readonly label: string;
  readonly matching: number;
  readonly all: number;
  readonly bars: readonly StripBar[];
};

/**
 * Prepares the histogram: bars in as many labelled groups as are legible.
 * @param markers annotations of the shown period
 */
export function stripGroups(
  histogram: CasesHistogram,
  query: CasesQuery,
  markers: readonly TimeMarker[],
): readonly StripGroup[] {
  const { buckets, stepDays } = histogram;
  const tallest = Math.max(1, ...buckets.map(({ all }) => all));
  const lettersOn = lettersOfBars(histogram, markers);
  return groupedFor(buckets, stepDays).map(({ label, members }) => ({
    label,
    matching: sumOf(members, "matching"),
    all: sumOf(members, "all"),
    bars: members.map((bucket) => ({
      ...barOf(bucket, stepDays, tallest, query),
      annotation: annotationOf(bucket.fromUs, stepDays, markers, lettersOn),
    })),
  }));
}

type Group = { readonly label: string; readonly members: HistogramBucket[] };

function groupedFor(buckets: readonly HistogramBucket[], stepDays: number): readonly Group[] {
  const first = buckets[0]?.fromUs ?? 0;
  const weekOf = ({ fromUs }: HistogramBucket) => {
    const week = Math.floor((fromUs - first) / (7 * dayUs));
    return formatInstant(first + week * 7 * dayUs, "dayOfYear", countingZone);
  };
  const labels = [
    ...(stepDays === 1 ? [weekOf] : []),
    ...(stepDays < 28
      ? [({ fromUs }: HistogramBucket) => formatInstant(fromUs, "month", countingZone)]
      : []),
    ({ fromUs }: HistogramBucket) => formatInstant(fromUs, "year", countingZone),
  ];
  const groupings = labels.map((labelOf) => groupBy(buckets, labelOf));
  return groupings.find((groups) => groups.length <= groupsMax) ?? groupings.at(-1) ?? [];
}

function groupBy(
  buckets: readonly HistogramBucket[],
  labelOf: (bucket: HistogramBucket) => string,
): readonly Group[] {
  const groups: Group[] = [];
  for (const bucket of buckets) {
    const label = labelOf(bucket);
    const last = groups.at(-1);
    if (last?.label === label) last.members.push(bucket);
    else groups.push({ label, members: [bucket] });
  }
  return groups;
}

function barOf(
  { fromUs, matching, all }: HistogramBucket,
  stepDays: number,
  tallest: number,
  query: CasesQuery,
): Omit<StripBar, "annotation"> {
  const lastUs = fromUs + (stepDays - 1) * dayUs;
  const days = { from: isoDay(fromUs), to: isoDay(lastUs) };
  const first = formatInstant(fromUs, "day", countingZone);
  return {
    fromUs,
    words: stepDays === 1 ? first : `${first} – ${formatInstant(lastUs, "day", countingZone)}`,
    matching,
    all,
    matchingHeight: matching / tallest,
    allHeight: all / tallest,
    to: { ...query, period: days, page: 1, peek: null },
  };
}

/** Minimum width in px. */
const stripWidthPx = 300;

/** Letters of annotations, by the first day of their bar. */
function lettersOfBars(
  { buckets, stepDays }: CasesHistogram,
  markers: readonly TimeMarker[],
): ReadonlyMap<number, string> {
  const firstUs = buckets[0]?.fromUs ?? 0;
  const count = Math.max(1, buckets.length);
  const barAt = (dayStartUs: number) => Math.floor((dayStartUs - firstUs) / (stepDays * dayUs));
  const begun = markers
    .map((marker) => ({ ...marker, fromUs: marker.firstDayUs, toUs: null }))
    .filter(({ fromUs }) => barAt(fromUs) >= 0 && barAt(fromUs) < count);
  const { labels } = placeAnnotations(begun, (us) => (100 * barAt(us)) / count, stripWidthPx);
  return new Map(
    labels.map(({ from, letters }) => {
      const bar = Math.floor((from * count) / 100 + 1e-9);
      return [firstUs + bar * stepDays * dayUs, letters];
    }),
  );
}

/** @param fromUs the first day of a bar, as its midnight in UTC */
function annotationOf(
  fromUs: number,
  stepDays: number,
  markers: readonly TimeMarker[],
  lettersOn: ReadonlyMap<number, string>,
): StripAnnotation | null {
  const toUs = fromUs + stepDays * dayUs;
  const here = markers.filter((each) => each.firstDayUs < toUs && each.lastDayUs >= fromUs);
  const letters = lettersOn.get(fromUs) ?? null;
  if (here.length === 0 && letters === null) return null;
  return {
    letters,
    isRange: here.some(({ firstDayUs, lastDayUs }) => lastDayUs > firstDayUs),
    words: here.map(markerSentence),
  };
}

function sumOf(members: readonly HistogramBucket[], count: "matching" | "all"): number {
  return members.reduce((sum, bucket) => sum + bucket[count], 0);
}
