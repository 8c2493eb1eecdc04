import fc from "fast-check";
import { expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { addBusinessDays } from "./business-days";
import { dayUs } from "./zoned-time";

const us = (written: string) => Date.parse(`${written}Z`) * 1000;

it("counts Monday to Friday, and from Monday where it begins on a weekend", () => {
  expect(addBusinessDays(us("2026-11-20T15:30"), 0)).toBe(us("2026-11-20T15:30"));
  expect(addBusinessDays(us("2026-11-20T15:30"), 1)).toBe(us("2026-11-23T15:30"));
  expect(addBusinessDays(us("2026-11-18T15:30"), 5)).toBe(us("2026-11-25T15:30"));
  expect(addBusinessDays(us("2026-11-21T15:30"), 2)).toBe(us("2026-11-25T00:00"));
  expect(addBusinessDays(us("2026-11-22T00:00"), 5)).toBe(us("2026-11-30T00:00"));
});

it("is what counting day by day gives", () => {
  const isBusinessDay = (day: number) => ![5, 6].includes((day + 3) % 7);
  fc.assert(
    fc.property(fc.nat(40_000), fc.nat(60), (day, days) => {
      let [at, left] = [day, days];
      while (!isBusinessDay(at)) at += 1;
      while (left > 0) {
        at += 1;
        if (isBusinessDay(at)) left -= 1;
      }
      expect(addBusinessDays(day * dayUs, days)).toBe(at * dayUs);
    }),
    { numRuns: runs(300) },
  );
});
