import type { Interval } from "@/lib/stats/interval";
import { dayUs, wallTimeAt } from "@/lib/stats/time/zoned-time";

/** Daily counts use UTC days, whatever the display zone. */
export const countingZone = "UTC";

let zoneSource: () => string = () => countingZone;

/** The time zone in which pages write instants: the workspace's own. */
export function displayZone(): string {
  return zoneSource();
}

/** Sets where the display zone is read from: by `app` for server components, by a component for the others, by commands and threads. */
export function setDisplayZoneSource(source: () => string): void {
  zoneSource = source;
}

const locale = "en-GB";
const usPerSecond = 1_000_000;
const usPerMinute = 60 * usPerSecond;
const usPerHour = 60 * usPerMinute;
/** The range of `Date`: ±8.64e15 ms; values outside come from a broken clock. */
const maxDateMs = 8.64e15;

const instantStyles = {
  /** 2 Nov 2026 */
  day: { day: "numeric", month: "short", year: "numeric" },
  /** 2 Nov */
  dayOfYear: { day: "numeric", month: "short" },
  /** Nov */
  month: { month: "short" },
  /** October 2026 */
  monthOfYear: { month: "long", year: "numeric" },
  /** 2026 */
  year: { year: "numeric" },
  /** Mon 2 Nov 2026 */
  weekday: { weekday: "short", day: "numeric", month: "short", year: "numeric" },
  /** Mon */
  weekdayName: { weekday: "short" },
  /** Mon 2 Nov */
  weekdayDay: { weekday: "short", day: "numeric", month: "short" },
  /** Mon 2 Nov 09:12 */
  weekdayTime: {
    weekday: "short",
    day: "numeric",
    month: "short",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  /** 09:12 */
  time: { hour: "2-digit", minute: "2-digit", hourCycle: "h23" },
  /** 2 Nov 2026, 09:12 */
  minute: {
    day: "numeric",
    month: "short",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
  },
  /** 09:12:05 */
  clock: { hour: "2-digit", minute: "2-digit", second: "2-digit", hourCycle: "h23" },
} satisfies Record<string, Intl.DateTimeFormatOptions>;

type InstantStyle = keyof typeof instantStyles;

/** Formatters by style and zone: creating one costs 100 times its use. */
const formatters = new Map<string, Intl.DateTimeFormat>();

const counts = new Intl.NumberFormat(locale);

/**
 * Formats an instant for people.
 * @param instantUs microseconds since 1970
 * @param zone the IANA time zone it is written in
 */
export function formatInstant(
  instantUs: number,
  style: InstantStyle,
  zone: string = displayZone(),
): string {
  const ms = instantUs / 1000;
  if (!(Math.abs(ms) <= maxDateMs)) return "time implausible";
  return formatterOf(style, zone)
    .format(ms)
    .replace(/^(\p{L}+),/u, "$1");
}

/**
 * Formats a due time: "Sat 5 Sept 2026, 18:00"; at the end of a day: "end of Sat 5 Sept 2026".
 * @param dueUs microseconds since 1970
 * @param zone the IANA time zone it is written in
 */
export function formatDue(dueUs: number, zone: string = displayZone()): string {
  if (formatInstant(dueUs, "time", zone) !== "00:00") {
    return `${formatInstant(dueUs, "weekday", zone)}, ${formatInstant(dueUs, "time", zone)}`;
  }
  return `end of ${formatInstant(dueUs - usPerMinute, "weekday", zone)}`;
}

/**
 * Formats a due time for a file: "2026-09-05T18:00:00.000Z"; at the end of a day its date: "2026-09-05".
 * @param dueUs microseconds since 1970
 * @param zone the IANA time zone whose days count
 */
export function isoDue(dueUs: number, zone: string = displayZone()): string | undefined {
  if (formatInstant(dueUs, "time", zone) !== "00:00") return isoInstant(dueUs);
  return isoDay(wallTimeAt(dueUs - usPerMinute, zone).day * dayUs);
}

/**
 * Formats an instant for `<time datetime>`; undefined: out of range.
 * @param instantUs microseconds since 1970
 */
export function isoInstant(instantUs: number): string | undefined {
  const ms = Math.floor(instantUs / 1000);
  return Math.abs(ms) <= maxDateMs ? new Date(ms).toISOString() : undefined;
}

/** Formats an instant's UTC day for a date field: "2026-03-31"; "": out of range. */
export function isoDay(instantUs: number): string {
  return isoInstant(instantUs)?.slice(0, 10) ?? "";
}

/**
 * Formats a duration in its two largest units, rounded: "2 d 4 h", "14 min", "8 s", "under 1 s".
 * @param durationUs microseconds; negative where clocks disagree, which the text says
 */
export function formatDuration(durationUs: number): string {
  if (durationUs < 0) return `${formatDuration(-durationUs)} before (clocks disagree)`;
  if (durationUs < usPerSecond) return "under 1 s";
  // Rounded in the shown unit: what rounds to 60 moves to the next larger one.
  const seconds = Math.round(durationUs / usPerSecond);
  if (seconds < 60) return `${String(seconds)} s`;
  const minutes = Math.round(durationUs / usPerMinute);
  if (minutes < 60) return `${String(minutes)} min`;
  if (minutes < 1440) return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
  const hours = Math.round(durationUs / usPerHour);
  return twoUnits(Math.floor(hours / 24), "d", hours % 24, "h");
}

/**
 * Formats business time in hours (a business day has no fixed length), from a hundred on in whole ones, below one in
 * minutes: "964 business hours", "2.5 business hours", "30 business minutes".
 * @param businessUs microseconds, not negative
 */
export function formatBusinessTime(businessUs: number): string {
  const minutes = Math.round(businessUs / usPerMinute);
  if (minutes === 0) return "under 1 business minute";
  if (minutes < 60) return formatCounted(minutes, "business minute");
  const hours = minutes / 60;
  return formatCounted(
    hours < 100 ? Math.round(hours * 10) / 10 : Math.round(hours),
    "business hour",
  );
}

/** Formats an interval: "1 min – 3 min"; one value where both ends have the same text. */
export function formatInterval([low, high]: Interval, format: (value: number) => string): string {
  const [from, to] = [format(low), format(high)];
  return from === to ? from : `${from} – ${to}`;
}

/**
 * Formats a span's duration: "0.4 ms", "210 ms", "8.40 s", from a minute on like `formatDuration`.
 * @param durationUs microseconds
 */
export function formatSpanTime(durationUs: number): string {
  if (durationUs < 0 || durationUs >= 60 * usPerSecond) return formatDuration(durationUs);
  const ms = durationUs / 1000;
  if (ms >= 1000) return `${(ms / 1000).toFixed(2)} s`;
  return ms > 0 && ms < 10 ? `${ms.toFixed(1)} ms` : `${ms.toFixed(0)} ms`;
}

const shortUs = 9.95 * usPerSecond;

/**
 * Formats a typical duration: of models in tenths of a second, of people and cases like `formatDuration`: "400 ms",
 * "2.4 s", "45 s", "3 min".
 * @param durationUs microseconds
 */
export function formatTypicalTime(durationUs: number): string {
  if (durationUs <= 0 || durationUs >= shortUs) return formatDuration(durationUs);
  if (durationUs < usPerSecond) return formatSpanTime(durationUs);
  return `${(durationUs / usPerSecond).toFixed(1)} s`;
}

/** Formats a count: 19,372. */
export function formatCount(count: number): string {
  // Fast path: most counts are small, and the formatter takes 20 times as long.
  return count >= 1 && count < 1000 && Number.isInteger(count)
    ? String(count)
    : counts.format(count);
}

/** Formats a score from 0 to 1 with two decimals. */
export function formatScore(value: number): string {
  return value.toFixed(2);
}

/** Formats a count with its noun: "1 message", "2 messages". */
export function formatCounted(count: number, singular: string, plural = `${singular}s`): string {
  return `${formatCount(count)} ${count === 1 ? singular : plural}`;
}

function twoUnits(large: number, largeUnit: string, small: number, smallUnit: string): string {
  const head = `${formatCount(large)} ${largeUnit}`;
  return small === 0 ? head : `${head} ${String(small)} ${smallUnit}`;
}

function formatterOf(style: InstantStyle, zone: string): Intl.DateTimeFormat {
  const key = `${style} ${zone}`;
  const known = formatters.get(key);
  if (known !== undefined) return known;
  const made = new Intl.DateTimeFormat(locale, { ...instantStyles[style], timeZone: zone });
  formatters.set(key, made);
  return made;
}
