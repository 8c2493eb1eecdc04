import { instantsEndUs } from "@/lib/domain/instant";
import { weekdays, type BusinessHours } from "@/lib/domain/settings/settings";
import { clockChanges, dayUs, instantAt, minuteUs, wallTimeAt, weekdayOf } from "./zoned-time";

export type BusinessCalendar = { readonly hours: BusinessHours; readonly timeZone: string };

export type Stretch = { readonly fromUs: number; readonly toUs: number };

/** Up to this many days are computed one by one; more by whole weeks. */
const fewDays = 21;
/** `openStretches` returns at most this many days. */
export const listedDaysMax = 800;
const endDay = instantsEndUs / dayUs;

/**
 * The open intervals between two instants, in order; adjoining ones are merged. Midnights and opening times are
 * local, so that days with a clock change are right.
 * @returns at most the last `listedDaysMax` days
 */
export function openStretches(
  fromUs: number,
  toUs: number,
  calendar: BusinessCalendar,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  const days = daysBetween(fromUs, toUs, calendar);
  if (days === null) return stretches;
  const first = Math.max(days.first, days.last - listedDaysMax + 1);
  for (let day = first; day <= days.last; day += 1) {
    const open = clipped(openOn(day, calendar), fromUs, toUs);
    if (open === null) continue;
    const previous = stretches.at(-1);
    if (previous?.toUs === open.fromUs) {
      stretches[stretches.length - 1] = { ...previous, toUs: open.toUs };
    } else stretches.push(open);
  }
  return stretches;
}

/**
 * Open time between two instants, in microseconds; 0 if the second is not later. Time before 1970 or after 2199 does
 * not count. The cost grows with the number of clock changes, not of days.
 */
export function businessUsBetween(
  fromUs: number,
  toUs: number,
  calendar: BusinessCalendar,
): number {
  const days = daysBetween(fromUs, toUs, calendar);
  if (days === null) return 0;
  const { first, last } = days;
  const openUs = (day: number): number => lengthOf(clipped(openOn(day, calendar), fromUs, toUs));
  if (last - first < fewDays) return sumOfDays(first, last, openUs);
  let sum = usualUsBetween(first, last, calendar.hours);
  for (const day of unusualDays(first, last, calendar)) {
    sum += openUs(day) - usualUsOn(day, calendar.hours);
  }
  return sum;
}

/**
 * The instant after `amountUs` of open time.
 * @returns null if that is not before 2200
 */
export function addBusinessUs(
  fromUs: number,
  amountUs: number,
  calendar: BusinessCalendar,
): number | null {
  const weekUs = usualUsBetween(0, 6, calendar.hours);
  if (weekUs === 0 || !(fromUs < instantsEndUs)) return null;
  let leftUs = amountUs;
  let day = wallTimeAt(Math.max(fromUs, -dayUs), calendar.timeZone).day;
  while (day <= endDay) {
    const jumped = jumpWeeks(day, leftUs, weekUs, fromUs, calendar);
    if (jumped !== null) {
      day += jumped.days;
      leftUs -= jumped.openUs;
      continue;
    }
    const open = openOn(day, calendar);
    day += 1;
    if (open === null) continue;
    const from = Math.max(fromUs, open.fromUs);
    // On a day that the clocks skip, opening is after closing.
    if (open.toUs <= from) continue;
    if (open.toUs - from >= leftUs) return from + leftUs;
    leftUs -= open.toUs - from;
  }
  return null;
}

/** True if it opens at all on a local day, counted from 1970-01-01. */
export function isBusinessDay(day: number, { hours }: BusinessCalendar): boolean {
  const weekday = weekdays[weekdayOf(day)];
  if (weekday === undefined || hours.week[weekday] === null) return false;
  return !hours.holidays.includes(isoDate(day));
}

function isoDate(day: number): string {
  return new Date((day * dayUs) / 1000).toISOString().slice(0, 10);
}

function openOn(day: number, calendar: BusinessCalendar): Stretch | null {
  const weekday = weekdays[weekdayOf(day)];
  const open = weekday === undefined ? null : calendar.hours.week[weekday];
  if (open === null || !isBusinessDay(day, calendar)) return null;
  return {
    fromUs: instantAt(day, open.openMinute * minuteUs, calendar.timeZone),
    toUs:
      open.closeMinute === 1440
        ? instantAt(day + 1, 0, calendar.timeZone)
        : instantAt(day, open.closeMinute * minuteUs, calendar.timeZone),
  };
}

function clipped(open: Stretch | null, fromUs: number, toUs: number): Stretch | null {
  if (open === null) return null;
  const stretch = { fromUs: Math.max(fromUs, open.fromUs), toUs: Math.min(toUs, open.toUs) };
  return stretch.fromUs < stretch.toUs ? stretch : null;
}

function lengthOf(stretch: Stretch | null): number {
  return stretch === null ? 0 : stretch.toUs - stretch.fromUs;
}

type Days = { readonly first: number; readonly last: number };

/** The local days between two instants within 1970 to 2199; null if none. */
function daysBetween(fromUs: number, toUs: number, { timeZone }: BusinessCalendar): Days | null {
  const from = Math.max(fromUs, -dayUs);
  const to = Math.min(toUs, instantsEndUs + dayUs);
  if (!(to > from)) return null;
  return { first: wallTimeAt(from, timeZone).day, last: wallTimeAt(to, timeZone).day };
}

function sumOfDays(first: number, last: number, openUs: (day: number) => number): number {
  let sum = 0;
  for (let day = first; day <= last; day += 1) sum += openUs(day);
  return sum;
}

/** Open time of a 24-hour day without holiday. */
function usualUsOn(day: number, { week }: BusinessHours): number {
  const weekday = weekdays[weekdayOf(day)];
  const open = weekday === undefined ? null : week[weekday];
  return open === null ? 0 : (open.closeMinute - open.openMinute) * minuteUs;
}

/** `usualUsOn` summed over a range of days. */
function usualUsBetween(first: number, last: number, hours: BusinessHours): number {
  const weeks = Math.floor((last - first + 1) / 7);
  const openUs = (day: number): number => usualUsOn(day, hours);
  return weeks * sumOfDays(0, 6, openUs) + sumOfDays(first + 7 * weeks, last, openUs);
}

/**
 * Days for which `usualUsOn` may be wrong: the first and the last, holidays, and days around a clock change, which
 * may shift a day's hours or, at midnight, its neighbours'.
 */
function unusualDays(first: number, last: number, calendar: BusinessCalendar): ReadonlySet<number> {
  const { hours, timeZone } = calendar;
  const yearOf = (day: number): number => new Date((day * dayUs) / 1000).getUTCFullYear();
  const changed = clockChanges(yearOf(first) - 1, yearOf(last) + 1, timeZone).flatMap((atUs) => {
    const day = Math.floor(atUs / dayUs);
    return [day - 2, day - 1, day, day + 1, day + 2];
  });
  const holidays = hours.holidays.flatMap((date) => {
    const day = Date.parse(date) / (dayUs / 1000);
    return Number.isInteger(day) && isoDate(day) === date ? [day] : [];
  });
  const all = [first, last, ...holidays, ...changed];
  return new Set(all.filter((day) => day >= first && day <= last));
}

/**
 * Whole weeks that are certainly over before the remaining open time; null if too few. Weeks together are never open
 * longer than usual by two days: clocks set back are also set forward.
 */
function jumpWeeks(
  day: number,
  leftUs: number,
  weekUs: number,
  fromUs: number,
  calendar: BusinessCalendar,
): { readonly days: number; readonly openUs: number } | null {
  const weeks = Math.floor((leftUs - 2 * dayUs) / weekUs);
  const days = Math.min(7 * weeks, endDay - day);
  if (days <= fewDays) return null;
  const { timeZone } = calendar;
  const start = instantAt(day, 0, timeZone);
  const openUs = businessUsBetween(
    Math.max(fromUs, start),
    instantAt(day + days, 0, timeZone),
    calendar,
  );
  return { days, openUs };
}
