import { describe, expect, it } from "vitest";
import { bucketsOf, resolvePeriod } from "./resolve-period";

const dayUs = 86_400_000_000;
const at = (instant: string) => Date.parse(instant) * 1000;
const extent = { oldestUs: at("2026-05-20T13:00Z"), newestUs: at("2026-11-15T22:10Z") };

describe("resolvePeriod", () => {
  it("counts days back from the newest data", () => {
    expect(resolvePeriod("7d", extent)).toEqual({
      fromUs: at("2026-11-09"),
      toUs: at("2026-11-16"),
      isNewest: true,
    });
  });

  it("reaches over all data where any time is asked for, and over nothing where there is none", () => {
    expect(resolvePeriod("all", extent)).toEqual({
      fromUs: at("2026-05-20"),
      toUs: at("2026-11-16"),
      isNewest: true,
    });
    expect(resolvePeriod("all", null)).toBeNull();
  });

  it("takes two days as they are, both whole", () => {
    const october = { from: "2026-10-01", to: "2026-10-31" };
    expect(resolvePeriod(october, extent)).toEqual({
      fromUs: at("2026-10-01"),
      toUs: at("2026-11-01"),
      isNewest: false,
    });
    expect(resolvePeriod({ from: "2026-11-15", to: "2026-11-15" }, extent)?.isNewest).toBe(true);
    expect(resolvePeriod(october, null)?.isNewest).toBe(false);
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
