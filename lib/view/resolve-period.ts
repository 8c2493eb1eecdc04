import type { CaseExtent } from "@/lib/rollup/case-table/case-extent";
import type { ShownPeriod } from "./cases-page-model";
import type { Period, RelativePeriod } from "./cases-query";

const dayUs = 86_400_000_000;
const daysOf: Readonly<Record<RelativePeriod, number>> = { "7d": 7, "30d": 30, "90d": 90 };

/**
 * The whole days that a period stands for, in the display zone. Days back count from the newest data,
 * not from today.
 * @param extent what the data reach over; null where no case says when it was
 * @returns null where a period that counts from the data has none
 */
export function resolvePeriod(period: Period, extent: CaseExtent | null): ShownPeriod | null {
  const endUs = extent === null ? null : dayOf(extent.newestUs) + dayUs;
  if (typeof period === "object") {
    const toUs = Date.parse(period.to) * 1000 + dayUs;
    return {
      fromUs: Date.parse(period.from) * 1000,
      toUs,
      isNewest: endUs !== null && toUs >= endUs,
    };
  }
  if (extent === null || endUs === null) return null;
  const fromUs = period === "all" ? dayOf(extent.oldestUs) : endUs - daysOf[period] * dayUs;
  return { fromUs: Math.min(fromUs, endUs - dayUs), toUs: endUs, isNewest: true };
}

const steps = [1, 7, 28, 91, 364];
const bucketsMax = 105;
/** The first Monday after 1970 began. */
const mondayUs = 4 * dayUs;

/** How a period is cut for its histogram: days while they are few, then weeks from Mondays on, then longer. */
export function bucketsOf({ fromUs, toUs }: ShownPeriod): {
  readonly fromUs: number;
  readonly stepDays: number;
  readonly count: number;
} {
  const days = (toUs - fromUs) / dayUs;
  const stepDays = steps.find((step) => days / step < bucketsMax) ?? Math.ceil(days / bucketsMax);
  const stepUs = stepDays * dayUs;
  const intoWeek = stepDays === 1 ? 0 : modulo(fromUs - mondayUs, 7 * dayUs);
  const startUs = fromUs - intoWeek;
  return { fromUs: startUs, stepDays, count: Math.ceil((toUs - startUs) / stepUs) };
}

function dayOf(instantUs: number): number {
  return instantUs - modulo(instantUs, dayUs);
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
