import { expect, it } from "vitest";
import { isDay } from "./is-day";

it.each([
  ["2026-03-31", true],
  ["2024-02-29", true],
  ["2026-02-29", false],
  ["2026-04-31", false],
  ["2026-13-01", false],
  ["2026-00-10", false],
  ["2026-3-31", false],
  ["2026-03-1", false],
  ["26-03-31", false],
  ["12026-03-31", false],
  ["2026-03-311", false],
  ["2026-03-31T00:00", false],
  ["abcd-03-31", false],
  ["2026-ab-31", false],
  ["2026-03-ab", false],
  ["", false],
])("tells a calendar date from another text: %j is %j", (text, isOne) => {
  expect(isDay(text)).toBe(isOne);
});
