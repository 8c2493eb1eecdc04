import { expect, it } from "vitest";
import { timesTitle } from "./prepare-times";
import { halfAndMostTook, halfTook, oneTook, times } from "./words/tables";

const dayUs = 86_400_000_000;

it("tells one in ten only of at least ten cases", () => {
  expect(timesTitle(null)).toBe(times.noneClosed);
  expect(timesTitle({ of: 1, median: dayUs, p90: dayUs })).toBe(oneTook("1 d"));
  expect(timesTitle({ of: 3, median: 3 * dayUs, p90: 4 * dayUs })).toBe(halfTook(3, "3 d"));
  expect(timesTitle({ of: 30, median: 3 * dayUs, p90: 4 * dayUs })).toBe(
    halfAndMostTook("3 d", "4 d"),
  );
});
