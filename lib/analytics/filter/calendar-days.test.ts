import { describe, expect, it } from "vitest";
import fc from "fast-check";
import { dayUs } from "@/lib/stats/time/zoned-time";
import { calendarDays, calendarDaysBefore, isRunning } from "./calendar-days";
import { calendarPeriods, type CalendarPeriod } from "./period";

const at = (day: string) => Date.parse(day) * 1000;
const iso = (us: number) => new Date(us / 1000).toISOString().slice(0, 10);
/** Both days included. */
const written = ({ fromUs, toUs }: { fromUs: number; toUs: number }) =>
  `${iso(fromUs)}..${iso(toUs - dayUs)}`;

describe("calendarDays", () => {
  it.each<[CalendarPeriod, string, string]>([
    ["this-month", "2026-11-24", "2026-11-01..2026-11-30"],
    ["this-month", "2028-02-29", "2028-02-01..2028-02-29"],
    ["last-month", "2026-03-31", "2026-02-01..2026-02-28"],
    ["last-month", "2026-01-01", "2025-12-01..2025-12-31"],
    ["this-quarter", "2026-12-31", "2026-10-01..2026-12-31"],
    ["last-quarter", "2026-02-10", "2025-10-01..2025-12-31"],
    ["this-year", "2026-01-01", "2026-01-01..2026-12-31"],
    ["last-week", "2026-11-24", "2026-11-16..2026-11-22"],
    ["last-week", "2026-11-22", "2026-11-09..2026-11-15"],
    ["last-week", "2026-01-01", "2025-12-22..2025-12-28"],
  ])("%s on %s is %s", (period, today, expected) => {
    expect(written(calendarDays(period, at(today)))).toBe(expected);
  });
});

describe("what a period of the calendar is compared with", () => {
  it.each<[CalendarPeriod, string, string, string, string]>([
    ["last-month", "2026-09-01", "2026-10-01", "2026-08-01..2026-08-31", "August 2026"],
    ["last-month", "2026-01-01", "2026-02-01", "2025-12-01..2025-12-31", "December 2025"],
    ["last-quarter", "2026-01-01", "2026-04-01", "2025-10-01..2025-12-31", "Q4 2025"],
    ["last-week", "2026-01-05", "2026-01-12", "2025-12-29..2026-01-04", "the week before"],
    [
      ...(["this-month", "2026-11-01", "2026-11-25", "2026-10-01..2026-10-24"] as const),
      "the first 24 days of October 2026",
    ],
    [
      ...(["this-month", "2026-11-01", "2026-11-02", "2026-10-01..2026-10-01"] as const),
      "the first day of October 2026",
    ],
    ["this-month", "2026-03-01", "2026-03-31", "2026-02-01..2026-02-28", "February 2026"],
    ["this-month", "2026-09-01", "2026-10-01", "2026-08-01..2026-08-31", "August 2026"],
    [
      ...(["this-quarter", "2026-10-01", "2026-11-25", "2026-07-01..2026-08-24"] as const),
      "the first 55 days of Q3 2026",
    ],
    [
      ...(["this-year", "2026-01-01", "2026-11-25", "2025-01-01..2025-11-24"] as const),
      "the same days of 2025",
    ],
    [
      ...(["this-year", "2028-01-01", "2028-03-01", "2027-01-01..2027-02-28"] as const),
      "the same days of 2027",
    ],
    ["this-year", "2026-01-01", "2027-01-01", "2025-01-01..2025-12-31", "2025"],
  ])("%s from %s until before %s: %s", (period, from, to, expected, name) => {
    const before = calendarDaysBefore(period, { fromUs: at(from), toUs: at(to) });
    expect(written(before)).toBe(expected);
    expect(before.name).toBe(name);
  });

  it("begins where the same name would begin one period earlier, and ends before the period begins", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...calendarPeriods),
        fc.integer({ min: 0, max: 60_000 }),
        fc.nat(366),
        (period, today, cut) => {
          const whole = calendarDays(period, today * dayUs);
          const toUs = isRunning(period)
            ? Math.max(whole.fromUs + dayUs, whole.toUs - cut * dayUs)
            : whole.toUs;
          const before = calendarDaysBefore(period, { fromUs: whole.fromUs, toUs });
          const earlier = isRunning(period)
            ? calendarDays(period, whole.fromUs - dayUs)
            : calendarDays(period, whole.fromUs);
          expect(before.fromUs).toBe(earlier.fromUs);
          expect(before.toUs).toBeGreaterThan(before.fromUs);
          expect(before.toUs).toBeLessThanOrEqual(whole.fromUs);
        },
      ),
    );
  });
});
