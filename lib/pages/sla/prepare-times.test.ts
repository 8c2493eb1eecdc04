import { expect, it } from "vitest";
import { timesTitle } from "./prepare-times";

const dayUs = 86_400_000_000;

it("tells one in ten only of at least ten cases", () => {
  expect(timesTitle(null)).toBe(
    "No resolved case of this period was closed, so there is no time to resolution",
  );
  expect(timesTitle({ of: 1, median: dayUs, p90: dayUs })).toBe("The one resolved case took 1 d");
  expect(timesTitle({ of: 3, median: 3 * dayUs, p90: 4 * dayUs })).toBe(
    "Half of 3 resolved cases took at most 3 d",
  );
  expect(timesTitle({ of: 30, median: 3 * dayUs, p90: 4 * dayUs })).toBe(
    "Half of the resolved cases took at most 3 d, one in ten more than 4 d",
  );
});
