import type { CasesHistogram, HistogramBucket } from "./cases-page-model";
import type { CasesQuery } from "./cases-query";
import { countingZone, formatInstant, isoDay } from "./format";

const dayUs = 86_400_000_000;
const groupsMax = 8;

/** One bar of the strip over time, and the list of what it counts. */
export type StripBar = {
  readonly fromUs: number;
  /** The days it covers: "5 Oct 2026 – 11 Oct 2026". */
  readonly words: string;
  readonly matching: number;
  readonly all: number;
  /** Heights from 0 to 1, of the tallest bar. */
  readonly matchingHeight: number;
  readonly allHeight: number;
  /** The list narrowed to its days. */
  readonly to: CasesQuery;
};

/** Neighbouring bars with what they sum up to: a week of days, a month of weeks. */
export type StripGroup = {
  readonly label: string;
  readonly matching: number;
  readonly all: number;
  readonly bars: readonly StripBar[];
};

/** Lays the histogram out: bars by height, in as many labelled groups as can be read side by side. */
export function stripGroups(histogram: CasesHistogram, query: CasesQuery): readonly StripGroup[] {
  const { buckets, stepDays } = histogram;
  const tallest = Math.max(1, ...buckets.map(({ all }) => all));
  return groupedFor(buckets, stepDays).map(({ label, members }) => ({
    label,
    matching: sumOf(members, "matching"),
    all: sumOf(members, "all"),
    bars: members.map((bucket) => barOf(bucket, stepDays, tallest, query)),
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
): StripBar {
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

function sumOf(members: readonly HistogramBucket[], part: "matching" | "all"): number {
  return members.reduce((sum, bucket) => sum + bucket[part], 0);
}
