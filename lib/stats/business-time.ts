import { weekdays, type BusinessHours } from "@/lib/domain/settings";
import { dayUs, instantAt, minuteUs, wallTimeAt, weekdayOf } from "./zoned-time";

/** Business hours and the zone whose clocks they mean. */
export type BusinessCalendar = { readonly hours: BusinessHours; readonly timeZone: string };

export type Stretch = { readonly fromUs: number; readonly toUs: number };

/** After this many days without an open one nothing will open any more. */
const longestSearchDays = 400;

/**
 * The open stretches between two instants, in order; those that adjoin are one. Local midnights and
 * opening times follow the zone's clocks, so that days on which they change are right.
 */
export function openStretches(
  fromUs: number,
  toUs: number,
  calendar: BusinessCalendar,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  if (toUs <= fromUs) return stretches;
  const last = wallTimeAt(toUs, calendar.timeZone).day;
  for (let day = wallTimeAt(fromUs, calendar.timeZone).day; day <= last; day += 1) {
    const open = openOn(day, calendar);
    if (open === null) continue;
    const from = Math.max(fromUs, open.fromUs);
    const to = Math.min(toUs, open.toUs);
    if (from >= to) continue;
    const previous = stretches.at(-1);
    if (previous?.toUs === from) stretches[stretches.length - 1] = { ...previous, toUs: to };
    else stretches.push({ fromUs: from, toUs: to });
  }
  return stretches;
}

/** Open time between two instants, in microseconds; 0 where the second is not later. */
export function businessUsBetween(
  fromUs: number,
  toUs: number,
  calendar: BusinessCalendar,
): number {
  const stretches = openStretches(fromUs, toUs, calendar);
  return stretches.reduce((sum, stretch) => sum + (stretch.toUs - stretch.fromUs), 0);
}

/**
 * The instant at which `amountUs` of open time have passed.
 * @returns null where it never opens again
 */
export function addBusinessUs(
  fromUs: number,
  amountUs: number,
  calendar: BusinessCalendar,
): number | null {
  let leftUs = amountUs;
  let day = wallTimeAt(fromUs, calendar.timeZone).day;
  for (let closedDays = 0; closedDays <= longestSearchDays; day += 1) {
    const open = openOn(day, calendar);
    closedDays = open === null ? closedDays + 1 : 0;
    if (open === null || open.toUs <= fromUs) continue;
    const from = Math.max(fromUs, open.fromUs);
    if (open.toUs - from >= leftUs) return from + leftUs;
    leftUs -= open.toUs - from;
  }
  return null;
}

/** True where it opens at all on a local day, counted from 1970-01-01. */
export function isBusinessDay(day: number, { hours }: BusinessCalendar): boolean {
  const weekday = weekdays[weekdayOf(day)];
  if (weekday === undefined || hours.week[weekday] === null) return false;
  const date = new Date((day * dayUs) / 1000).toISOString().slice(0, 10);
  return !hours.holidays.includes(date);
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
