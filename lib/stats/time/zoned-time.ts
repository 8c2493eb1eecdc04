export const minuteUs = 60_000_000;
export const dayUs = 86_400_000_000;

const formats = new Map<string, Intl.DateTimeFormat>();

/** The last instant of a JavaScript Date, in milliseconds. */
const dateMaxMs = 8.64e15;

/**
 * A zone's UTC offset at an instant, in microseconds.
 * @param timeZone an IANA name, "America/New_York"
 * @throws RangeError for an unknown zone
 */
function zoneOffsetUs(atUs: number, timeZone: string): number {
  if (timeZone === "UTC") return 0;
  const secondMs = Math.min(dateMaxMs, Math.max(-dateMaxMs, Math.floor(atUs / 1_000_000) * 1000));
  const parts = new Map<string, number>();
  for (const { type, value } of formatOf(timeZone).formatToParts(secondMs)) {
    parts.set(type, Number(value));
  }
  const part = (type: string): number => parts.get(type) ?? 0;
  const localMs = Date.UTC(
    part("year"),
    part("month") - 1,
    part("day"),
    part("hour"),
    part("minute"),
    part("second"),
  );
  return (localMs - secondMs) * 1000;
}

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat("en-US", {
      timeZone,
      calendar: "gregory",
      hourCycle: "h23",
      year: "numeric",
      month: "numeric",
      day: "numeric",
      hour: "numeric",
      minute: "numeric",
      second: "numeric",
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** Wall time: the day, counted from 1970-01-01, and microseconds since local midnight. */
export type WallTime = { readonly day: number; readonly sinceMidnightUs: number };

/** A zone's wall time at an instant. */
export function wallTimeAt(atUs: number, timeZone: string): WallTime {
  const localUs = atUs + zoneOffsetUs(atUs, timeZone);
  const day = Math.floor(localUs / dayUs);
  return { day, sinceMidnightUs: localUs - day * dayUs };
}

/**
 * The instant of a wall time; if there are two (clocks set back) the first, if there is none (clocks set forward) by
 * the offset before the change.
 * @param day counted from 1970-01-01
 */
export function instantAt(day: number, sinceMidnightUs: number, timeZone: string): number {
  const localUs = day * dayUs + sinceMidnightUs;
  const before = localUs - zoneOffsetUs(localUs - dayUs, timeZone);
  if (before + zoneOffsetUs(before, timeZone) === localUs) return before;
  const after = localUs - zoneOffsetUs(localUs + dayUs, timeZone);
  return after + zoneOffsetUs(after, timeZone) === localUs ? after : before;
}

/** The day number, from 1970-01-01, of a Gregorian date. */
export function dayOf(year: number, month: number, dayOfMonth: number): number {
  return Math.floor(Date.UTC(year, month - 1, dayOfMonth) / 86_400_000);
}

/** 0 for Monday to 6 for Sunday. */
export function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

/** No zone changes its clocks twice within this many days. */
const probeDays = 7;
const secondUs = 1_000_000;
/** By zone and year: the instants of clock changes. */
const changes = new Map<string, readonly number[]>();

/**
 * A zone's clock changes from the beginning of one year to the end of another.
 * @param fromYear UTC years; at most a few hundred: each costs some fifty lookups per zone, once
 * @returns microseconds since 1970, in order
 */
export function clockChanges(
  fromYear: number,
  toYear: number,
  timeZone: string,
): readonly number[] {
  if (timeZone === "UTC") return [];
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, index) => fromYear + index);
  return years.flatMap((year) => changesOfYear(year, timeZone));
}

function changesOfYear(year: number, timeZone: string): readonly number[] {
  const key = `${timeZone} ${String(year)}`;
  const known = changes.get(key);
  if (known !== undefined) return known;
  const found: number[] = [];
  const endUs = Date.UTC(year + 1, 0, 1) * 1000;
  let fromUs = Date.UTC(year, 0, 1) * 1000;
  let offsetUs = zoneOffsetUs(fromUs, timeZone);
  while (fromUs < endUs) {
    const toUs = Math.min(endUs, fromUs + probeDays * dayUs);
    const nextUs = zoneOffsetUs(toUs, timeZone);
    if (nextUs !== offsetUs) found.push(changeWithin(fromUs, toUs, timeZone));
    fromUs = toUs;
    offsetUs = nextUs;
  }
  changes.set(key, found);
  return found;
}

/** The first second with another offset than at `fromUs`. */
function changeWithin(fromUs: number, toUs: number, timeZone: string): number {
  const offsetUs = zoneOffsetUs(fromUs, timeZone);
  let [before, after] = [fromUs / secondUs, toUs / secondUs];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (zoneOffsetUs(middle * secondUs, timeZone) === offsetUs) before = middle;
    else after = middle;
  }
  return after * secondUs;
}
