import type { CaseExtent } from "../select/case-extent";
import { dayUs, instantAt, wallTimeAt } from "@/lib/stats/time/zoned-time";
import { calendarDays, isRunning } from "./calendar-days";
import type { ShownPeriod } from "./shown-period";
import {
  isCalendarPeriod,
  type CalendarPeriod,
  type Period,
  type PeriodDays,
  type RelativePeriod,
} from "./period";

const daysOf: Readonly<Record<RelativePeriod, number>> = { "7d": 7, "30d": 30, "90d": 90 };

/** A day further beyond the data is no end of a period. */
const farUs = 366 * dayUs;

/** While the newest data are no older, the calendar's periods count from today. */
const currentUs = 7 * dayUs;

/** The first of the days with data, and the end of the last. */
type DataDays = { readonly oldestUs: number; readonly endUs: number };

/**
 * The whole days of a period, in the display zone. Days back count from the newest data, not from today. A period of
 * the calendar ("last-month") counts from today, and from the newest data where these are more than a week old; one
 * that is not over ends with the newest data.
 * @param extent of the data; null where no case has an instant
 * @param asOfUs now, microseconds since 1970
 * @param timeZone the display zone, an IANA name
 * @returns null where a period that counts from the data has none
 */
export function resolvePeriod(
  period: Period,
  extent: CaseExtent | null,
  asOfUs: number,
  timeZone: string,
): ShownPeriod | null {
  if (extent === null) return typeof period === "object" ? daysWithoutData(period) : null;
  const oldestUs = dayOf(extent.oldestUs, timeZone);
  const endUs = dayOf(extent.newestUs, timeZone) + dayUs;
  const data = { oldestUs, endUs };
  return { ...resolveWithin(period, data, dayOf(asOfUs, timeZone)), dataFromUs: oldestUs };
}

function resolveWithin(period: Period, data: DataDays, todayUs: number): ShownPeriod {
  if (typeof period === "object") return resolveOwnDays(period, data);
  if (isCalendarPeriod(period)) return resolveCalendar(period, data, todayUs);
  const { oldestUs, endUs } = data;
  const fromUs = period === "all" ? oldestUs : endUs - daysOf[period] * dayUs;
  return { fromUs: Math.min(fromUs, endUs - dayUs), toUs: endUs, isNewest: true };
}

function resolveCalendar(
  period: CalendarPeriod,
  { endUs }: DataDays,
  todayUs: number,
): ShownPeriod {
  const newestUs = endUs - dayUs;
  const isOld = newestUs < todayUs - currentUs;
  const days = calendarDays(period, isOld ? newestUs : todayUs);
  const soFarUs = Math.max(days.fromUs + dayUs, Math.min(days.toUs, endUs));
  const toUs = isRunning(period) ? soFarUs : days.toUs;
  return {
    ...{ fromUs: days.fromUs, toUs, isNewest: toUs >= endUs },
    ...(isOld ? { countedFromUs: newestUs } : {}),
  };
}

/** Where there are no data, days are theirs if both ends are given. */
function daysWithoutData({ from, to }: PeriodDays): ShownPeriod | null {
  if (from === null || to === null) return null;
  return { ...endsOf({ from, to }), isNewest: false };
}

function endsOf({ from, to }: PeriodDays): { readonly fromUs: number; readonly toUs: number } {
  return {
    fromUs: from === null ? -Infinity : Date.parse(from) * 1000,
    toUs: to === null ? Infinity : Date.parse(to) * 1000 + dayUs,
  };
}

function resolveOwnDays(period: PeriodDays, { oldestUs, endUs }: DataDays): ShownPeriod {
  const { from, to } = period;
  const { fromUs, toUs } = endsOf(period);
  const isFromFar = fromUs < oldestUs - farUs && (toUs > oldestUs || from === null);
  const isToFar = toUs > endUs + farUs && (fromUs < endUs || to === null);
  const shownToUs = isToFar ? Math.max(endUs, fromUs + dayUs) : toUs;
  const shownFromUs = isFromFar ? Math.min(oldestUs, shownToUs - dayUs) : fromUs;
  return { fromUs: shownFromUs, toUs: shownToUs, isNewest: shownToUs >= endUs };
}

/**
 * The instant at which a day begins in a zone: a day on which clocks change has 23 or 25 hours.
 * @param dayStartUs the day, written as its midnight in UTC
 * @param timeZone an IANA name
 */
export function startOfDay(dayStartUs: number, timeZone: string): number {
  return instantAt(Math.floor(dayStartUs / dayUs), 0, timeZone);
}

const steps = [1, 7, 28, 91, 364];
const bucketsMax = 105;
/** The first Monday after 1970 began. */
const mondayUs = 4 * dayUs;

/** A histogram's buckets of a period: days while they are few, then weeks from Mondays on, then longer. */
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

/**
 * A line's buckets of a period: weeks counted back from its end, so that the newest is whole and the oldest may be
 * shorter; longer ones where weeks are too many.
 * @returns the start of each, then the end of the last: days as those of the period
 */
export function weeksOf({ fromUs, toUs }: ShownPeriod): readonly number[] {
  const days = (toUs - fromUs) / dayUs;
  const stepDays = steps.slice(1).find((step) => days / step < bucketsMax) ?? days / bucketsMax;
  const stepUs = Math.ceil(stepDays) * dayUs;
  const count = Math.ceil((toUs - fromUs) / stepUs);
  return Array.from({ length: count + 1 }, (_, week) =>
    Math.max(fromUs, toUs - (count - week) * stepUs),
  );
}

/** The day of an instant by the zone's clocks, written as its midnight in UTC. */
function dayOf(instantUs: number, timeZone: string): number {
  return wallTimeAt(instantUs, timeZone).day * dayUs;
}

function modulo(value: number, by: number): number {
  return ((value % by) + by) % by;
}
