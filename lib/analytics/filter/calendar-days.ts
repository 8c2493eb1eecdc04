import { formatCounted, formatInstant, countingZone } from "@/lib/format/format";
import { dayUs } from "@/lib/stats/time/zoned-time";
import type { CalendarPeriod } from "./period";

/** Whole days, each written as its midnight in UTC, microseconds since 1970; `toUs` is the first day after them. */
export type Days = { readonly fromUs: number; readonly toUs: number };

const monthsOf: Readonly<Record<Exclude<CalendarPeriod, "last-week">, number>> = {
  "this-month": 1,
  "last-month": 1,
  "this-quarter": 3,
  "last-quarter": 3,
  "this-year": 12,
};
const weekUs = 7 * dayUs;
/** The first Monday after 1970 began. */
const mondayUs = 4 * dayUs;

/** Whether a period has begun and is not over: "this month". */
export function isRunning(period: CalendarPeriod): boolean {
  return period.startsWith("this-");
}

/**
 * The days of a calendar period, all of them, also those to come.
 * @param todayUs the day it is read on, as in `Days`
 */
export function calendarDays(period: CalendarPeriod, todayUs: number): Days {
  if (period === "last-week") {
    const toUs = mondayUs + Math.floor((todayUs - mondayUs) / weekUs) * weekUs;
    return { fromUs: toUs - weekUs, toUs };
  }
  const months = monthsOf[period];
  const today = new Date(todayUs / 1000);
  const month = today.getUTCMonth();
  const firstUs = Date.UTC(today.getUTCFullYear(), month - (month % months)) * 1000;
  const fromUs = isRunning(period) ? firstUs : addMonths(firstUs, -months);
  return { fromUs, toUs: addMonths(fromUs, months) };
}

/**
 * What a calendar period is compared with: the one before it; as far into it as the period has come, where that is
 * not over. A year that is not over is compared up to the same date of the year before.
 * @param shown the days of the period, from its first
 */
export function calendarDaysBefore(
  period: CalendarPeriod,
  shown: Days,
): Days & { readonly name: string } {
  const { fromUs, toUs } = shown;
  if (period === "last-week") {
    return { fromUs: fromUs - weekUs, toUs: fromUs, name: "the week before" };
  }
  const months = monthsOf[period];
  const startUs = addMonths(fromUs, -months);
  const isOver = toUs >= addMonths(fromUs, months);
  const name = unitName(startUs, months);
  if (isOver) return { fromUs: startUs, toUs: fromUs, name };
  if (months === 12) {
    return { fromUs: startUs, toUs: addMonths(toUs, -12), name: `the same days of ${name}` };
  }
  const endUs = Math.min(startUs + toUs - fromUs, fromUs);
  const count = Math.round((endUs - startUs) / dayUs);
  const first = count === 1 ? "the first day" : `the first ${formatCounted(count, "day")}`;
  return {
    ...{ fromUs: startUs, toUs: endUs },
    name: endUs === fromUs ? name : `${first} of ${name}`,
  };
}

/** "October 2026", "Q3 2026", "2025". */
function unitName(startUs: number, months: number): string {
  if (months === 1) return formatInstant(startUs, "monthOfYear", countingZone);
  const year = formatInstant(startUs, "year", countingZone);
  const quarter = 1 + new Date(startUs / 1000).getUTCMonth() / 3;
  return months === 3 ? `Q${String(quarter)} ${year}` : year;
}

/** The same date some months later; 29 Feb of a year without one is 1 Mar. */
function addMonths(atUs: number, months: number): number {
  const day = new Date(atUs / 1000);
  return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, day.getUTCDate()) * 1000;
}
