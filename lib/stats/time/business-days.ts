import { dayUs } from "./zoned-time";

/** Monday of 1970-01-05, days since 1970. */
const someMonday = 4;

/**
 * The instant some business days after another, at the same time of day. They are Monday to Friday, UTC; holidays are
 * not known. What begins on a weekend begins with the Monday after it.
 * @param atUs microseconds since 1970
 * @param days a whole number from 0
 */
export function addBusinessDays(atUs: number, days: number): number {
  const day = Math.floor(atUs / dayUs);
  const weekday = (((day - someMonday) % 7) + 7) % 7;
  const isWeekend = weekday >= 5;
  const fromUs = isWeekend ? (day + 7 - weekday) * dayUs : atUs;
  const from = isWeekend ? 0 : weekday;
  const weekends = Math.floor((from + days) / 5);
  return fromUs + (days + 2 * weekends) * dayUs;
}
