import { describe, expect, it } from "vitest";
import type { CalendarPeriod } from "./period";
import { bucketsOf, resolvePeriod, startOfDay, weeksOf } from "./resolve-period";

const dayUs = 86_400_000_000;
const at = (instant: string) => Date.parse(instant) * 1000;
/** Saturday. */
const asOfUs = at("2026-11-21T05:00Z");
const extent = { oldestUs: at("2026-05-20T13:00Z"), newestUs: at("2026-11-15T22:10Z") };

describe("resolvePeriod", () => {
  it("counts days back from the newest data, and says where the data begin", () => {
    expect(resolvePeriod("7d", extent, asOfUs, "UTC")).toEqual({
      fromUs: at("2026-11-09"),
      toUs: at("2026-11-16"),
      isNewest: true,
      dataFromUs: at("2026-05-20"),
    });
  });

  it("reaches over all data without a period, and over nothing where there is none", () => {
    expect(resolvePeriod("all", extent, asOfUs, "UTC")).toMatchObject({
      fromUs: at("2026-05-20"),
      toUs: at("2026-11-16"),
      isNewest: true,
    });
    expect(resolvePeriod("all", null, asOfUs, "UTC")).toBeNull();
  });

  it("takes two days as they are, both whole", () => {
    const october = { from: "2026-10-01", to: "2026-10-31" };
    expect(resolvePeriod(october, extent, asOfUs, "UTC")).toMatchObject({
      fromUs: at("2026-10-01"),
      toUs: at("2026-11-01"),
      isNewest: false,
    });
    expect(
      resolvePeriod({ from: "2026-11-15", to: "2026-11-15" }, extent, asOfUs, "UTC")?.isNewest,
    ).toBe(true);
    expect(resolvePeriod(october, null, asOfUs, "UTC")?.isNewest).toBe(false);
  });
});

describe("a period with one end only", () => {
  const days = (...[from, to]: [string, string | null] | [null, string]) =>
    resolvePeriod(from === null ? { from, to } : { from, to }, extent, asOfUs, "UTC");

  it("reaches to the newest day, or from the oldest", () => {
    expect(days("2026-11-01", null)).toMatchObject({
      ...{ fromUs: at("2026-11-01"), toUs: at("2026-11-16"), isNewest: true },
    });
    expect(days(null, "2026-10-31")).toMatchObject({
      ...{ fromUs: at("2026-05-20"), toUs: at("2026-11-01"), isNewest: false },
    });
  });

  it("is its own day where the data do not reach to it", () => {
    expect(days("2026-12-24", null)).toMatchObject({
      ...{ fromUs: at("2026-12-24"), toUs: at("2026-12-25") },
    });
    expect(days(null, "2026-01-01")).toMatchObject({
      ...{ fromUs: at("2026-01-01"), toUs: at("2026-01-02") },
    });
    expect(resolvePeriod({ from: "2026-11-01", to: null }, null, asOfUs, "UTC")).toBeNull();
  });

  it("is what two days come to of which one is more than a year beyond the data", () => {
    expect(days("2026-11-01", "9999-12-31")).toEqual(days("2026-11-01", null));
    expect(days("0001-01-01", "2026-10-31")).toEqual(days(null, "2026-10-31"));
    expect(days("2026-11-01", "2026-12-31")?.toUs).toBe(at("2027-01-01"));
    expect(days("1999-01-01", "1999-01-31")).toMatchObject({
      ...{ fromUs: at("1999-01-01"), toUs: at("1999-02-01"), isNewest: false },
    });
  });
});

describe("a period of the calendar", () => {
  const october = { fromUs: at("2026-10-01"), toUs: at("2026-11-01") };
  const resolve = (period: CalendarPeriod, newest: string, now: string, zone = "UTC") =>
    resolvePeriod(period, { ...extent, newestUs: at(newest) }, at(now), zone);

  it("counts from today while data are current, also on the first of a month that has none yet", () => {
    expect(resolve("last-month", "2026-10-31T23:50Z", "2026-11-01T00:10Z")).toMatchObject(october);
    expect(resolve("last-month", "2026-11-23T10:00Z", "2026-11-24T10:00Z")).toMatchObject(october);
  });

  it("ends with the newest data where it is not over, and is one day at least", () => {
    expect(resolve("this-month", "2026-11-22T10:00Z", "2026-11-24T10:00Z")).toMatchObject({
      ...{ fromUs: at("2026-11-01"), toUs: at("2026-11-23"), isNewest: true },
    });
    expect(resolve("this-month", "2026-10-31T23:50Z", "2026-11-01T00:10Z")).toMatchObject({
      ...{ fromUs: at("2026-11-01"), toUs: at("2026-11-02"), isNewest: true },
    });
  });

  it("counts from the newest data where these are more than a week old, and says which day", () => {
    expect(resolve("this-month", "2026-09-20T10:00Z", "2026-11-24T10:00Z")).toMatchObject({
      ...{ fromUs: at("2026-09-01"), toUs: at("2026-09-21"), countedFromUs: at("2026-09-20") },
    });
    const week = resolve("last-month", "2026-10-26T23:59Z", "2026-11-02T00:00Z");
    expect(week).toMatchObject(october);
    expect(week?.countedFromUs).toBeUndefined();
    expect(resolve("last-month", "2026-10-25T23:59Z", "2026-11-02T00:00Z")).toMatchObject({
      ...{ fromUs: at("2026-09-01"), toUs: at("2026-10-01"), countedFromUs: at("2026-10-25") },
    });
  });

  it("has months, quarters and years by the zone's clocks", () => {
    const newYear = ["2026-12-31T23:20Z", "2026-12-31T23:30Z"] as const;
    expect(resolve("last-month", ...newYear)?.fromUs).toBe(at("2026-11-01"));
    expect(resolve("last-month", ...newYear, "Europe/Berlin")?.fromUs).toBe(at("2026-12-01"));
    expect(resolve("this-year", ...newYear)?.fromUs).toBe(at("2026-01-01"));
    expect(resolve("this-year", ...newYear, "Europe/Berlin")).toMatchObject({
      ...{ fromUs: at("2027-01-01"), toUs: at("2027-01-02") },
    });
    expect(resolve("last-quarter", ...newYear, "Pacific/Auckland")).toMatchObject({
      ...{ fromUs: at("2026-10-01"), toUs: at("2027-01-01") },
    });
  });
});

describe("a period in a zone of its own", () => {
  const zone = "Pacific/Auckland";

  it("counts back from the newest data's day by the zone's clocks", () => {
    expect(resolvePeriod("7d", extent, asOfUs, zone)).toMatchObject({
      fromUs: at("2026-11-10"),
      toUs: at("2026-11-17"),
      isNewest: true,
    });
    expect(resolvePeriod("all", extent, asOfUs, zone)?.fromUs).toBe(at("2026-05-21"));
    const day = { from: "2026-11-15", to: "2026-11-15" };
    expect(resolvePeriod(day, extent, asOfUs, zone)?.isNewest).toBe(false);
  });

  it.each([
    ["2026-06-10", "2026-06-09T12:00Z", 24],
    ["2026-09-27", "2026-09-26T12:00Z", 23],
    ["2026-04-05", "2026-04-04T11:00Z", 25],
  ])("begins %s when the zone's clocks do and lasts as long as they say", (day, start, hours) => {
    const fromUs = startOfDay(at(day), zone);
    expect(fromUs).toBe(at(start));
    expect(startOfDay(at(day) + dayUs, zone) - fromUs).toBe((hours * dayUs) / 24);
  });
});

describe("bucketsOf", () => {
  it("cuts a month into days and half a year into weeks from Mondays on", () => {
    const month = { fromUs: at("2026-10-07"), toUs: at("2026-11-07"), isNewest: false };
    expect(bucketsOf(month)).toEqual({ fromUs: month.fromUs, stepDays: 1, count: 31 });
    const half = { fromUs: at("2026-05-20"), toUs: at("2026-11-16"), isNewest: true };
    expect(bucketsOf(half)).toEqual({ fromUs: at("2026-05-18"), stepDays: 7, count: 26 });
  });

  it.each([1, 90, 1000, 20_000, 200_000])("makes few buckets of %d days, none left out", (days) => {
    const period = { fromUs: at("1970-01-01"), toUs: at("1970-01-01") + days * dayUs };
    const { fromUs, stepDays, count } = bucketsOf({ ...period, isNewest: true });
    expect(count).toBeLessThanOrEqual(106);
    expect(fromUs).toBeLessThanOrEqual(period.fromUs);
    expect(fromUs + count * stepDays * dayUs).toBeGreaterThanOrEqual(period.toUs);
  });
});

describe("weeksOf", () => {
  const day = (days: number) => days * 86_400_000_000;
  const shown = (days: number) => ({ fromUs: day(3), toUs: day(3 + days), isNewest: true });

  it("counts weeks back from the end, and leaves what is over to the first", () => {
    expect(weeksOf(shown(16))).toEqual([day(3), day(5), day(12), day(19)]);
    expect(weeksOf(shown(14))).toEqual([day(3), day(10), day(17)]);
    expect(weeksOf(shown(1))).toEqual([day(3), day(4)]);
  });

  it("takes longer stretches of years", () => {
    expect(weeksOf(shown(4 * 364))).toHaveLength(53);
  });
});
