import { dayUs } from "@/lib/stats/time/zoned-time";
import type { ShownPeriod } from "./shown-period";
import type { Period } from "./cases-query";
import { formatCounted } from "@/lib/format/format";

/**
 * As many days just before a period.
 * @param shown the days of the period
 * @returns null where the period begins with the data
 */
export function previousPeriod(period: Period, shown: ShownPeriod | null): ShownPeriod | null {
  const isFromOldest = period === "all" || (typeof period === "object" && period.from === null);
  if (shown === null || isFromOldest) return null;
  const { fromUs, toUs } = shown;
  return { fromUs: fromUs - (toUs - fromUs), toUs: fromUs, isNewest: false };
}

/** "the 90 days before". */
export function previousWords({ fromUs, toUs }: ShownPeriod): string {
  const days = Math.round((toUs - fromUs) / dayUs);
  return days === 1 ? "the day before" : `the ${formatCounted(days, "day")} before`;
}
