import { bucketAt } from "../case-table/bucket-at";
import { aspectOf, listedAs } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import type { Metric } from "../metrics/metric";
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
  const tallies = shown.flatMap((metric) =>
    listedAs[metric.counts] === "cases" ? tallyOf(table, metric, weeks) : [],
  );
  const { openedUs } = table.columns;
  for (let index = 0; index < keys.length; index += 1) {
    const key = keys[index] ?? 0;
    const week = bucketAt(starts, openedUs[key] ?? NaN);
    if (week < 0) continue;
    for (const { amount, standing, parts, of, waiting, sum } of tallies) {
      const bits = parts[standing[key] ?? 0] ?? 0;
      if (bits === 0) continue;
      of[week] = (of[week] ?? 0) + ((bits >> 1) & 1);
      waiting[week] = (waiting[week] ?? 0) + (bits >> 2);
      const own = amount === null ? bits & 1 : (bits >> 1) & 1 ? amount(key) : 0;
      sum[week] = (sum[week] ?? 0) + own;
    }
  }
  return new Map(
    tallies.map(({ id, of, waiting, sum }) => [
      id,
      Array.from({ length: weeks }, (_, week) => ({
        of: of[week] ?? 0,
        waiting: waiting[week] ?? 0,
        sum: sum[week] ?? 0,
      })),
    ]),
  );
}

/** A metric's sums by week, empty yet; of a ratio there are none. */
function tallyOf(table: CaseTable, metric: Metric, weeks: number) {
  if (metric.unit === "ratio") return [];
  const [hits, of, waiting] = (["numerator", "denominator", "waiting"] as const).map((part) =>
    standingsInPart(table, metric, part),
  );
  const { standing, standings } = aspectOf(table, metric.counts);
  const parts = new Uint8Array(standings.values.length);
  for (let stands = 0; stands < parts.length; stands += 1) {
    const [isHit, isOf, waits] = [hits?.[stands] ?? 0, of?.[stands] ?? 0, waiting?.[stands] ?? 0];
    parts[stands] = isHit | (isOf << 1) | (waits << 2);
  }
  return [
    {
      id: metric.id,
      /** Null: a share, of which each hit counts one. */
      amount: metric.unit === "share" ? null : metric.amount.of(table),
      standing,
      /** By standing, a bit each: a hit, one of those it is out of, one that waits. */
      parts,
      of: new Float64Array(weeks),
      waiting: new Float64Array(weeks),
      sum: new Float64Array(weeks),
    },
  ];
}
