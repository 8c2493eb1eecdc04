import { describe, expect, it } from "vitest";
import {
  clockChanges,
  dayOf,
  dayUs,
  instantAt,
  minuteUs,
  wallTimeAt,
  weekdayOf,
} from "./zoned-time";

/** Of an instant such as "2026-03-29T01:30:00Z". */
const usOf = (text: string) => Date.parse(text) * 1000;

/** The instant of a wall time such as "2026-03-29 02:30". */
function instantOf(text: string, timeZone: string): string {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = text.split(/\D/u).map(Number);
  const at = instantAt(dayOf(year, month, day), (hour * 60 + minute) * minuteUs, timeZone);
  return new Date(at / 1000).toISOString();
}

// From the rules of the IANA time zone database.
describe("the instant of a wall time", () => {
  it.each([
    ["2026-07-01 09:00", "UTC", "2026-07-01T09:00:00.000Z"],
    ["2026-07-01 09:00", "Europe/Berlin", "2026-07-01T07:00:00.000Z"],
    ["2026-01-01 00:00", "Asia/Kolkata", "2025-12-31T18:30:00.000Z"],
    ["2026-01-01 00:00", "America/St_Johns", "2026-01-01T03:30:00.000Z"],
    ["1969-12-31 12:00", "America/New_York", "1969-12-31T17:00:00.000Z"],
    // Before and after the clocks are set forward, and in the hour that is left out.
    ["2026-03-29 01:59", "Europe/Berlin", "2026-03-29T00:59:00.000Z"],
    ["2026-03-29 03:00", "Europe/Berlin", "2026-03-29T01:00:00.000Z"],
    ["2026-03-29 02:30", "Europe/Berlin", "2026-03-29T01:30:00.000Z"],
    // The hour that comes twice, and the one after it.
    ["2026-10-25 02:30", "Europe/Berlin", "2026-10-25T00:30:00.000Z"],
    ["2026-10-25 03:00", "Europe/Berlin", "2026-10-25T02:00:00.000Z"],
    ["2026-11-01 01:15", "America/New_York", "2026-11-01T05:15:00.000Z"],
    // Half an hour.
    ["2026-10-04 02:15", "Australia/Lord_Howe", "2026-10-03T15:45:00.000Z"],
  ])("%s in %s", (text, timeZone, instant) => {
    expect(instantOf(text, timeZone)).toBe(instant);
  });

  it("is where that wall time is read", () => {
    const at = usOf("2026-10-25T01:30:00Z");
    expect(wallTimeAt(at, "Europe/Berlin")).toEqual({
      day: dayOf(2026, 10, 25),
      sinceMidnightUs: 150 * minuteUs,
    });
    expect(wallTimeAt(-1, "UTC")).toEqual({ day: -1, sinceMidnightUs: dayUs - 1 });
  });
});

describe("clock changes", () => {
  it("are those of the zone's years, in order", () => {
    expect(clockChanges(2025, 2026, "Europe/Berlin")).toEqual(
      [
        "2025-03-30T01:00:00Z",
        "2025-10-26T01:00:00Z",
        "2026-03-29T01:00:00Z",
        "2026-10-25T01:00:00Z",
      ].map(usOf),
    );
    expect(clockChanges(2026, 2026, "America/New_York")).toEqual(
      ["2026-03-08T07:00:00Z", "2026-11-01T06:00:00Z"].map(usOf),
    );
  });

  it("are none where the clocks stay", () => {
    expect(clockChanges(2026, 2026, "Asia/Kolkata")).toEqual([]);
    expect(clockChanges(2026, 2026, "UTC")).toEqual([]);
  });
});

it("counts weekdays from Monday, also before 1970", () => {
  expect(weekdayOf(dayOf(2026, 11, 30))).toBe(0);
  expect(weekdayOf(dayOf(2026, 11, 29))).toBe(6);
  expect(weekdayOf(dayOf(1969, 12, 29))).toBe(0);
});
