import { bucketAt } from "../case-table/bucket-at";
import { aspectOf, listedAs, type Counted } from "../case-table/aspects";
import type { CaseTable } from "../case-table/case-table";
import type { AmountMetric, Metric } from "../metrics/metric";
import { countParts, standingsInPart } from "../metrics/places";

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
 * Metrics week by week.
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
  const cases = casesOfWeeks(table, keys, startsUs);
  const counted = new Map<Counted, readonly Uint32Array[]>();
  const figures = new Map<string, readonly WeekFigure[]>();
  for (const metric of shown) {
    if (metric.unit === "ratio" || listedAs[metric.counts] !== "cases") continue;
    const byWeek = counted.get(metric.counts) ?? countByWeek(table, cases, metric.counts);
    counted.set(metric.counts, byWeek);
    const sums = metric.unit === "share" ? null : sumByWeek(table, cases, metric);
    const ofWeeks = byWeek.map((counts, week) => {
      const parts = countParts(table, metric, () => counts);
      const { numerator, denominator: of, waiting } = parts;
      return { of, waiting, sum: sums === null ? numerator : (sums[week] ?? 0) };
    });
    figures.set(metric.id, ofWeeks);
  }
  return figures;
}

/** Cases, and in which week each was opened; those of no week are put after the last. */
type CasesOfWeeks = {
  readonly keys: Uint32Array;
  readonly weekOf: Uint16Array;
  readonly weeks: number;
};

function casesOfWeeks(
  { columns: { openedUs } }: CaseTable,
  keys: Uint32Array,
  startsUs: readonly number[],
): CasesOfWeeks {
  const starts = Float64Array.from(startsUs);
  const weeks = Math.max(0, starts.length - 1);
  const weekOf = new Uint16Array(keys.length);
  for (let index = 0; index < keys.length; index += 1) {
    const week = bucketAt(starts, openedUs[keys[index] ?? 0] ?? NaN);
    weekOf[index] = week < 0 ? weeks : week;
  }
  return { keys, weekOf, weeks };
}

/** By week, how many cases have each standing. */
function countByWeek(
  table: CaseTable,
  { keys, weekOf, weeks }: CasesOfWeeks,
  thing: Counted,
): readonly Uint32Array[] {
  const { standing, standings } = aspectOf(table, thing);
  const size = standings.values.length;
  const counts = new Uint32Array((weeks + 1) * size);
  for (let index = 0; index < keys.length; index += 1) {
    const place = (weekOf[index] ?? 0) * size + (standing[keys[index] ?? 0] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  return Array.from({ length: weeks }, (_, week) =>
    counts.subarray(week * size, (week + 1) * size),
  );
}

/** By week, what the amounts of the denominator came to. */
function sumByWeek(
  table: CaseTable,
  { keys, weekOf, weeks }: CasesOfWeeks,
  metric: AmountMetric,
): Float64Array {
  const isOf = standingsInPart(table, metric, "denominator");
  const { standing } = aspectOf(table, metric.counts);
  const amounts = new Float64Array(keys.length);
  metric.amount.of(table)(keys, amounts);
  const sums = new Float64Array(weeks + 1);
  for (let index = 0; index < keys.length; index += 1) {
    if (isOf[standing[keys[index] ?? 0] ?? 0] !== 1) continue;
    const week = weekOf[index] ?? 0;
    sums[week] = (sums[week] ?? 0) + (amounts[index] ?? NaN);
  }
  return sums;
}
