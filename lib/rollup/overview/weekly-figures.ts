import { bucketAt } from "../case-table/bucket-at";
import type { CaseTable } from "../case-table/case-table";
import type { Metric, MetricOf } from "../metrics/metric";
import { standingsInPart } from "../metrics/places";

/** A metric over the cases opened in one stretch of time. */
export type WeekFigure = {
  /** The denominator. */
  readonly of: number;
  /** Cases that cannot be counted yet and may be later. */
  readonly waiting: number;
  /** Of a share how many it counts, of an amount what all came to. */
  readonly sum: number;
};

/**
 * Metrics week by week, in one pass over the cases.
 * @param keys of the cases
 * @param shown the metrics; shares of cases and amounts that cases have; others are left out
 * @param startsUs where each week begins, then where the last ends
 * @returns by the metric's id, one entry a week
 */
export function weeklyFigures(
  table: CaseTable,
  keys: Uint32Array,
  shown: readonly Metric[],
  startsUs: readonly number[],
): ReadonlyMap<string, readonly WeekFigure[]> {
  const starts = Float64Array.from(startsUs);
  const weeks = Math.max(0, starts.length - 1);
  const size = table.standings.values.length;
  const counts = new Uint32Array(weeks * size);
  const ofCases = shown.filter((metric) => metric.counts === "cases" && metric.unit !== "ratio");
  const amounts = ofCases.flatMap((metric) => {
    if (metric.unit === "share") return [];
    const isCounted = standingsInPart(table, metric, "denominator");
    return [{ metric, isCounted, sums: new Float64Array(weeks) }];
  });
  const { openedUs, standing } = table.columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const week = bucketAt(starts, openedUs[key] ?? NaN);
    if (week < 0) continue;
    const stands = standing[key] ?? 0;
    const place = week * size + stands;
    counts[place] = (counts[place] ?? 0) + 1;
    for (const { metric, isCounted, sums } of amounts) {
      if (isCounted[stands] === 1) {
        sums[week] = (sums[week] ?? 0) + metric.amount.of(table, key);
      }
    }
  }
  return new Map(
    ofCases.map((metric) => {
      const sums = amounts.find((each) => each.metric === metric)?.sums ?? null;
      return [metric.id, figuresOf(table, metric, { counts, weeks, sums })];
    }),
  );
}

function figuresOf(
  table: CaseTable,
  metric: MetricOf<"cases">,
  { counts, weeks, sums }: { counts: Uint32Array; weeks: number; sums: Float64Array | null },
): readonly WeekFigure[] {
  const size = table.standings.values.length;
  const [hits, of, waiting] = (["numerator", "denominator", "waiting"] as const).map((part) => {
    const isInPart = standingsInPart(table, metric, part);
    const found = new Float64Array(weeks);
    for (let week = 0; week < weeks; week += 1) {
      let sum = 0;
      for (let stands = 0; stands < size; stands += 1) {
        sum += (isInPart[stands] ?? 0) * (counts[week * size + stands] ?? 0);
      }
      found[week] = sum;
    }
    return found;
  });
  return Array.from({ length: weeks }, (_, week) => ({
    of: of?.[week] ?? 0,
    waiting: waiting?.[week] ?? 0,
    sum: (sums === null ? hits?.[week] : sums[week]) ?? 0,
  }));
}
