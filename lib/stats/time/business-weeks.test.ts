import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { instantsEndUs } from "@/lib/domain/instant";
import { defaultSettings, weekdays, type OpenHours } from "@/lib/domain/settings/settings";
import { runs } from "@/lib/testing/runs";
import {
  addBusinessUs,
  businessUsBetween,
  isBusinessDay,
  listedDaysMax,
  openStretches,
  type BusinessCalendar,
} from "./business-time";
import {
  clockChanges,
  dayOf,
  dayUs,
  instantAt,
  minuteUs,
  wallTimeAt,
  weekdayOf,
} from "./zoned-time";

/** The specification: day by day. */
function countedByDay(fromUs: number, toUs: number, calendar: BusinessCalendar): number {
  let sum = 0;
  const last = wallTimeAt(toUs, calendar.timeZone).day;
  for (let day = wallTimeAt(fromUs, calendar.timeZone).day; day <= last; day += 1) {
    const open = openOn(day, calendar);
    if (open !== null)
      sum += Math.max(0, Math.min(toUs, open.toUs) - Math.max(fromUs, open.fromUs));
  }
  return sum;
}

function addedByDay(fromUs: number, amountUs: number, calendar: BusinessCalendar): number | null {
  let leftUs = amountUs;
  const first = wallTimeAt(fromUs, calendar.timeZone).day;
  for (let day = first; day < first + 20_000; day += 1) {
    const open = openOn(day, calendar);
    const from = Math.max(fromUs, open?.fromUs ?? 0);
    if (open === null || open.toUs <= from) continue;
    if (open.toUs - from >= leftUs) return from + leftUs;
    leftUs -= open.toUs - from;
  }
  return null;
}

function openOn(day: number, calendar: BusinessCalendar) {
  const hours = calendar.hours.week[weekdays[weekdayOf(day)] ?? "mon"];
  if (hours === null || !isBusinessDay(day, calendar)) return null;
  const at = (minute: number) =>
    minute === 1440
      ? instantAt(day + 1, 0, calendar.timeZone)
      : instantAt(day, minute * minuteUs, calendar.timeZone);
  return { fromUs: at(hours.openMinute), toUs: at(hours.closeMinute) };
}

/**
 * Zones whose clocks change on Sundays at night, at midnight, by half an hour, around Ramadan, by a whole day, and
 * never.
 */
const zones = [
  ...["America/New_York", "Europe/Berlin", "America/Havana", "America/Sao_Paulo"],
  ...["Australia/Lord_Howe", "Africa/Casablanca", "Pacific/Apia", "Asia/Kolkata", "UTC"],
];
const openHours: fc.Arbitrary<OpenHours | null> = fc.constantFrom(
  { openMinute: 540, closeMinute: 1020 },
  { openMinute: 0, closeMinute: 1440 },
  { openMinute: 60, closeMinute: 180 },
  { openMinute: 1320, closeMinute: 1440 },
  null,
);
const week = fc.tuple(...weekdays.map(() => openHours)).map((days) => ({
  mon: days[0] ?? null,
  tue: days[1] ?? null,
  wed: days[2] ?? null,
  thu: days[3] ?? null,
  fri: days[4] ?? null,
  sat: days[5] ?? null,
  sun: days[6] ?? null,
}));
const isoDay = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
const firstDay = dayOf(2008, 1, 1);
const calendars: fc.Arbitrary<BusinessCalendar> = fc.record({
  timeZone: fc.constantFrom(...zones),
  hours: fc.record({
    week,
    holidays: fc
      .array(fc.integer({ min: firstDay, max: firstDay + 4000 }), { maxLength: 12 })
      .map((days) => [...days.map(isoDay), "2010-02-30", "Christmas"]),
  }),
});
const starts = fc
  .integer({ min: firstDay * 1440, max: (firstDay + 3000) * 1440 })
  .map((minute) => minute * minuteUs);

describe("business time by whole weeks", () => {
  it("is what one counts day by day, over holidays and all changes of clocks", () => {
    const length = fc.integer({ min: 0, max: 900 * 1440 }).map((minutes) => minutes * minuteUs);
    fc.assert(
      fc.property(calendars, starts, length, (calendar, fromUs, lengthUs) => {
        const toUs = fromUs + lengthUs;
        expect(businessUsBetween(fromUs, toUs, calendar)).toBe(
          countedByDay(fromUs, toUs, calendar),
        );
      }),
      { numRuns: runs(40) },
    );
  });

  it("is added as one adds it day by day", () => {
    const amount = fc.integer({ min: 0, max: 40 * 1440 }).map((minutes) => minutes * minuteUs);
    fc.assert(
      fc.property(calendars, starts, amount, (calendar, fromUs, amountUs) => {
        const isOpen = Object.values(calendar.hours.week).some((hours) => hours !== null);
        fc.pre(isOpen);
        expect(addBusinessUs(fromUs, amountUs, calendar)).toBe(
          addedByDay(fromUs, amountUs, calendar),
        );
      }),
      { numRuns: runs(40) },
    );
  });

  it("ends in 2200, whatever the instants are, and lists no more days than one can look at", () => {
    const calendar = { hours: defaultSettings.businessHours, timeZone: "America/New_York" };
    const whole = businessUsBetween(0, instantsEndUs, calendar);
    expect(Math.round(whole / dayUs / 365.25)).toBe(55);
    for (const toUs of [instantsEndUs * 5, 1e19, Infinity]) {
      expect(businessUsBetween(-toUs, toUs, calendar)).toBeGreaterThanOrEqual(whole);
      expect(openStretches(0, toUs, calendar).length).toBeLessThanOrEqual(listedDaysMax);
      expect(addBusinessUs(0, toUs, calendar)).toBeNull();
      expect(addBusinessUs(toUs, 1, calendar)).toBeNull();
    }
    expect(businessUsBetween(NaN, 1e15, calendar)).toBe(0);
  });

  it("knows the two changes of a year", () => {
    const at = (written: string) => Date.parse(written) * 1000;
    expect(clockChanges(2026, 2026, "America/New_York")).toEqual([
      at("2026-03-08T07:00:00Z"),
      at("2026-11-01T06:00:00Z"),
    ]);
    expect(clockChanges(2026, 2026, "Asia/Kolkata")).toEqual([]);
  });
});
