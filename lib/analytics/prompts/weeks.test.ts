import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayUs, wallTimeAt } from "@/lib/stats/time/zoned-time";
import { cutTime, stretchOf } from "./series";
import { baselineFrom, weeksFrom } from "./weeks";

const newYork = "America/New_York";
const us = (instant: string) => Date.parse(instant) * 1000;
const written = (instants: Iterable<number>) =>
  [...instants].map((each) => new Date(each / 1000).toISOString().replace(":00.000Z", "Z"));

describe("weeks", () => {
  it("begin at midnights of the display zone, also where clocks are set back", () => {
    const weeks = weeksFrom(us("2026-10-19T00:00-04:00"), us("2026-11-10T12:00Z"), newYork);
    expect(written(weeks)).toEqual([
      "2026-10-19T04:00Z",
      "2026-10-26T04:00Z",
      "2026-11-02T05:00Z",
      "2026-11-09T05:00Z",
      "2026-11-16T05:00Z",
    ]);
    const stretches = cutTime(weeks, [], us("2026-11-10T12:00Z"));
    const weekOf = (instant: string) => {
      const startUs = stretches.startsUs[stretchOf(stretches, us(instant))] ?? NaN;
      return wallTimeAt(startUs, newYork).day * dayUs;
    };
    expect(weekOf("2026-11-01T23:59:59-05:00")).toBe(us("2026-10-26T00:00Z"));
    expect(weekOf("2026-11-02T00:00-05:00")).toBe(us("2026-11-02T00:00Z"));
  });

  it("hold each instant in the week of its day", () => {
    const fromUs = us("2026-02-04T15:20-05:00");
    const asOfUs = us("2026-12-01T00:00-05:00");
    const firstDay = wallTimeAt(fromUs, newYork).day;
    const weeks = weeksFrom(fromUs, asOfUs, newYork);
    const stretches = cutTime(weeks, [], asOfUs);
    fc.assert(
      fc.property(fc.integer({ min: fromUs, max: asOfUs - 1 }), (atUs) => {
        const week = Math.floor((wallTimeAt(atUs, newYork).day - firstDay) / 7);
        const startUs = stretches.startsUs[stretchOf(stretches, atUs)];
        expect(startUs).toBe(weeks[week]);
      }),
    );
  });
});

describe("a baseline", () => {
  const approvedUs = us("2026-11-03T14:30-05:00");
  const begin = (firstUs: number, approval: number | null, isFirst: boolean) =>
    written([baselineFrom(firstUs, { approvedUs: approval, isFirst }, newYork)])[0];

  it("begins with the day of the first contact where no approval came later", () => {
    expect(begin(us("2026-11-02T19:03-05:00"), null, true)).toBe("2026-11-02T05:00Z");
    expect(begin(us("2026-11-04T19:03-05:00"), approvedUs, false)).toBe("2026-11-04T05:00Z");
  });

  it("begins at the minute of an approval, so that nothing said before it on that day counts", () => {
    const fromUs = baselineFrom(us("2026-01-05T12:00Z"), { approvedUs, isFirst: false }, newYork);
    expect(fromUs).toBe(approvedUs);
    const asOfUs = us("2026-12-01T12:00Z");
    const weeks = weeksFrom(fromUs, asOfUs, newYork);
    expect(written(weeks).slice(0, 2)).toEqual(["2026-11-03T19:30Z", "2026-11-10T05:00Z"]);
    const stretches = cutTime(weeks, [], asOfUs);
    expect(stretchOf(stretches, approvedUs - 1)).toBe(0);
    expect(stretchOf(stretches, approvedUs)).toBe(1);
  });

  it("of the first contract is the eight weeks before the day of its approval, where there are so many", () => {
    expect(begin(us("2026-09-08T10:00-04:00"), approvedUs, true)).toBe("2026-09-08T04:00Z");
    expect(begin(us("2026-09-09T10:00-04:00"), approvedUs, true)).toBe("2026-11-03T19:30Z");
  });
});
