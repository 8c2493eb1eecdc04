import { isInstant } from "@/lib/domain/instant";
import {
  addBusinessUs,
  isBusinessDay,
  type BusinessCalendar,
} from "@/lib/stats/time/business-time";
import { dayOf, instantAt, minuteUs, wallTimeAt, weekdayOf } from "@/lib/stats/time/zoned-time";
import type { SpokenDue } from "./spoken-due";

const hourUs = 60 * minuteUs;
const longestDays = 400;

/**
 * The due instant of something said at `saidUs`, by the zone's calendar: days end at local midnight, "Friday" is the
 * next one after the day of the message, a date without a year is the next one.
 * @returns µs since 1970; null if the date had passed already or is in 2200 or later
 */
export function resolveDue(
  due: SpokenDue,
  saidUs: number,
  calendar: BusinessCalendar,
): number | null {
  const dueUs = instantOf(due, saidUs, calendar);
  return dueUs === null || !isInstant(dueUs) ? null : dueUs;
}

function instantOf({ when }: SpokenDue, saidUs: number, calendar: BusinessCalendar): number | null {
  const { day } = wallTimeAt(saidUs, calendar.timeZone);
  const dayAt = (on: number, minute: number): number =>
    instantAt(on + Math.floor(minute / 1440), (minute % 1440) * minuteUs, calendar.timeZone);
  switch (when.kind) {
    case "span":
      return resolveSpan(when, saidUs, day, calendar);
    case "day":
      return Math.max(saidUs, dayAt(day + when.days, when.minute));
    case "weekday": {
      const ahead = (when.weekday - weekdayOf(day) + 7) % 7 || 7;
      // "next Friday" said on a Monday is ambiguous; the later one is never too early.
      const isThisWeek = when.weekday > weekdayOf(day);
      return dayAt(day + ahead + (isThisWeek ? when.weeks * 7 : 0), when.minute);
    }
    case "end-of":
      return dayAt(lastDayOf(when.unit, day, when.ahead) + 1, 0);
    case "date": {
      const on = dateDay(when, day);
      return on === null ? null : dayAt(on, when.minute);
    }
  }
}

function resolveSpan(
  { count, unit, isBusiness }: Extract<SpokenDue["when"], { kind: "span" }>,
  saidUs: number,
  day: number,
  calendar: BusinessCalendar,
): number | null {
  if (unit === "minute") return saidUs + count * minuteUs;
  if (unit === "hour") {
    return isBusiness ? addBusinessUs(saidUs, count * hourUs, calendar) : saidUs + count * hourUs;
  }
  const daysOf = { day: 1, week: 7, month: 31 } as const;
  const last =
    isBusiness && unit === "day"
      ? businessDayAfter(day, count, calendar)
      : day + count * daysOf[unit];
  return last === null ? null : instantAt(last + 1, 0, calendar.timeZone);
}

function businessDayAfter(day: number, count: number, calendar: BusinessCalendar): number | null {
  let left = count;
  for (let on = day + 1; on <= day + longestDays; on += 1) {
    if (isBusinessDay(on, calendar)) left -= 1;
    if (left <= 0) return on;
  }
  return null;
}

function lastDayOf(unit: "week" | "month", day: number, ahead: number): number {
  if (unit === "week") return day + (6 - weekdayOf(day)) + 7 * ahead;
  const { year, month } = dateOf(day);
  return dayOf(year, month + 1 + ahead, 1) - 1;
}

function dateDay(
  { month, day, year }: Extract<SpokenDue["when"], { kind: "date" }>,
  saidOn: number,
): number | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  if (year !== null) {
    const on = dayOf(year, month, day);
    return on < saidOn ? null : on;
  }
  const thisYear = dateOf(saidOn).year;
  const on = dayOf(thisYear, month, day);
  if (on >= saidOn) return on;
  const nextOn = dayOf(thisYear + 1, month, day);
  // A date that has just passed is in the past, not in the next year.
  return nextOn - saidOn > 180 ? null : nextOn;
}

function dateOf(day: number): { readonly year: number; readonly month: number } {
  const date = new Date(day * 86_400_000);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1 };
}
