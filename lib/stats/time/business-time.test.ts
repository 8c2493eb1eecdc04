import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { defaultSettings, type BusinessHours } from "@/lib/domain/settings/settings";
import { runs } from "@/lib/testing/runs";
import { statVectors } from "@/lib/testing/stat-vectors";
import {
  addBusinessUs,
  businessUsBetween,
  isBusinessDay,
  openStretches,
  type BusinessCalendar,
} from "./business-time";
import { dayOf, dayUs, instantAt, minuteUs, wallTimeAt } from "./zoned-time";

const office = defaultSettings.businessHours;
const day = { openMinute: 0, closeMinute: 1440 };
const always: BusinessHours = {
  week: { mon: day, tue: day, wed: day, thu: day, fri: day, sat: day, sun: day },
  holidays: [],
};
const never: BusinessHours = {
  week: { mon: null, tue: null, wed: null, thu: null, fri: null, sat: null, sun: null },
  holidays: [],
};
const hourUs = 60 * minuteUs;
const newYork: BusinessCalendar = { hours: office, timeZone: "America/New_York" };
const us = (written: string) => Date.parse(written) * 1000;

describe("business time", () => {
  const text = z.string();
  const vector = z.object({ tz: text, start: text, end: text, business_seconds: z.number() });
  /** Weekends with clocks set forward and back, a half-hour zone, a night. */
  const vectors = statVectors("business_hours_mon_fri_9_17", z.array(vector).min(5));

  it.each(vectors)(
    "in $tz from $start to $end is $business_seconds seconds",
    ({ tz: timeZone, start, end, business_seconds: seconds }) => {
      const between = businessUsBetween(us(start), us(end), { hours: office, timeZone });
      expect(between).toBe(seconds * 1e6);
    },
  );

  it("leaves holidays out, by the zone's calendar", () => {
    const hours = { ...office, holidays: ["2026-12-25"] };
    const [from, to] = [us("2026-12-24T16:00:00-05:00"), us("2026-12-28T10:00:00-05:00")];
    expect(businessUsBetween(from, to, { ...newYork, hours })).toBe(2 * hourUs);
    expect(isBusinessDay(dayOf(2026, 12, 25), { ...newYork, hours })).toBe(false);
    expect(isBusinessDay(dayOf(2026, 12, 24), { ...newYork, hours })).toBe(true);
  });

  it("is all time where it never closes, days of 23 and 25 hours too, in one stretch", () => {
    const calendar = { hours: always, timeZone: "America/New_York" };
    const [from, to] = [us("2026-03-07T00:00:00Z"), us("2026-11-03T00:00:00Z")];
    expect(businessUsBetween(from, to, calendar)).toBe(to - from);
    expect(openStretches(from, to, calendar)).toEqual([{ fromUs: from, toUs: to }]);
  });

  it("adds up to the instant at which it has passed, over weekends and changes of clocks", () => {
    const from = us("2026-03-06T16:00:00-05:00");
    expect(addBusinessUs(from, 2 * hourUs, newYork)).toBe(us("2026-03-09T10:00:00-04:00"));
    expect(addBusinessUs(us("2026-03-07T12:00:00Z"), 0, newYork)).toBe(
      us("2026-03-09T09:00:00-04:00"),
    );
    expect(addBusinessUs(from, 1, { hours: never, timeZone: "UTC" })).toBeNull();
  });

  it("adding what lies between two open instants leads from one to the other", () => {
    const start = us("2026-01-01T00:00:00Z");
    const zone = fc.constantFrom("America/New_York", "Europe/Berlin", "Asia/Kolkata", "UTC");
    fc.assert(
      fc.property(
        zone,
        fc.integer({ min: 0, max: 400 * 24 * 60 }),
        fc.integer({ min: 1, max: 60 * 60 }),
        (timeZone, startMinute, minutes) => {
          const calendar = { hours: office, timeZone };
          const from = start + startMinute * minuteUs;
          const to = addBusinessUs(from, minutes * minuteUs, calendar);
          expect(to).not.toBeNull();
          expect(businessUsBetween(from, to ?? 0, calendar)).toBe(minutes * minuteUs);
        },
      ),
      { numRuns: runs(60) },
    );
  });
});

describe("a zone's wall time", () => {
  it("leads to the instant and back, where clocks neither skip nor repeat", () => {
    const at = us("2026-11-02T09:30:00-05:00");
    const { day: local, sinceMidnightUs } = wallTimeAt(at, "America/New_York");
    expect([local, sinceMidnightUs]).toEqual([dayOf(2026, 11, 2), 9.5 * hourUs]);
    expect(instantAt(local, sinceMidnightUs, "America/New_York")).toBe(at);
  });

  it("takes the first of two instants, and the clocks of before where a time is skipped", () => {
    const zone = "America/New_York";
    expect(instantAt(dayOf(2026, 11, 1), 1.5 * hourUs, zone)).toBe(us("2026-11-01T01:30:00-04:00"));
    expect(instantAt(dayOf(2026, 3, 8), 2.5 * hourUs, zone)).toBe(us("2026-03-08T02:30:00-05:00"));
    expect(wallTimeAt(-dayUs, "UTC")).toEqual({ day: -1, sinceMidnightUs: 0 });
  });
});
