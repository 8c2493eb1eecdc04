import { dayUs } from "@/lib/stats/time/zoned-time";
import { calendarDaysBefore } from "./calendar-days";
import type { ShownPeriod } from "./shown-period";
import { isCalendarPeriod, type Period } from "./period";
import { countingZone, formatCounted, formatInstant } from "@/lib/format/format";

/**
 * What a period is compared with: of the calendar the one before it, else as many days just before.
 * @param shown the days of the period
 * @returns null where the period begins with the data
 */
export function previousPeriod(period: Period, shown: ShownPeriod | null): ShownPeriod | null {
  const isFromOldest = period === "all" || (typeof period === "object" && period.from === null);
  if (shown === null || isFromOldest) return null;
  const { fromUs, toUs } = shown;
  return isCalendarPeriod(period)
    ? { ...calendarDaysBefore(period, shown), isNewest: false }
    : { fromUs: fromUs - (toUs - fromUs), toUs: fromUs, isNewest: false };
}

/** "the 90 days before", "October 2026", "the first 24 days of October 2026". */
export function previousWords({ name, ...days }: ShownPeriod): string {
  if (name !== undefined) return name;
  const count = daysIn(days);
  return count === 1 ? "the day before" : `the ${formatCounted(count, "day")} before`;
}

/** What a period is compared with, and what makes counts unlike: "October 2026 (30 days against 31)". */
export function comparedWords(period: Period, shown: ShownPeriod | null): string {
  const before = previousPeriod(period, shown);
  if (shown === null || before === null) return "nothing before";
  const note = comparisonNote(shown, before);
  return note === "" ? previousWords(before) : `${previousWords(before)} (${note})`;
}

/**
 * What makes counts of two periods unlike: that one is longer, or that data begin within the earlier or after it.
 * @returns "" where nothing does; "31 days against 30; data begin 27 May 2026"
 */
function comparisonNote(shown: ShownPeriod, before: ShownPeriod): string {
  const [own, other] = [daysIn(shown), daysIn(before)];
  const { dataFromUs } = shown;
  const isShort = dataFromUs !== undefined && dataFromUs > before.fromUs;
  return [
    own === other ? "" : `${formatCounted(own, "day")} against ${String(other)}`,
    isShort ? `data begin ${formatInstant(dataFromUs, "day", countingZone)}` : "",
  ]
    .filter(Boolean)
    .join("; ");
}

function daysIn({ fromUs, toUs }: Pick<ShownPeriod, "fromUs" | "toUs">): number {
  return Math.round((toUs - fromUs) / dayUs);
}
