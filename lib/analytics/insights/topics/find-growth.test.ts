import { expect, it } from "vitest";
import { seededBelow } from "@/lib/stats/seeded-below";
import { findGrowth, type OpenedCase } from "./find-growth";

const dayUs = 86_400_000_000;
const nowUs = 1_000 * dayUs;

/** Cases of a topic that were opened so many days ago, each of a customer of its own. */
function opened(topic: number, daysAgo: readonly number[]): readonly OpenedCase[] {
  return daysAgo.map((days, at) => ({
    customer: topic * 10_000 + at,
    topic,
    openedUs: nowUs - days * dayUs,
  }));
}

const days = (count: number, from: number, over: number) =>
  Array.from({ length: count }, (_, at) => from + (at * over) / count);

it("calls a topic new that began in the last four weeks, and another shrinking", () => {
  const cases = [
    ...opened(0, days(30, 0, 28)),
    ...opened(1, days(80, 28, 84)),
    ...opened(2, days(40, 0, 28)),
    ...opened(2, days(120, 28, 84)),
  ];
  expect(findGrowth(cases, 3, nowUs).map((each) => each?.change)).toEqual([
    ...["new", "shrinking", "none"],
  ]);
});

it("calls a topic growing that had been there, and counts a customer once", () => {
  const cases = [
    ...opened(0, [...days(40, 0, 28), ...days(10, 28, 84)]),
    ...opened(1, [...days(40, 0, 28), ...days(190, 28, 84)]),
  ];
  const [first] = findGrowth(cases, 2, nowUs);
  expect(first).toMatchObject({ change: "growing", recent: { hits: 40, of: 80 } });
  const again = cases.map((each) => ({ ...each, openedUs: each.openedUs - 1 }));
  expect(findGrowth([...cases, ...again], 2, nowUs)[0]).toMatchObject({
    recent: { hits: 40, of: 80 },
  });
});

it("compares nothing where there was nothing before", () => {
  expect(findGrowth(opened(0, days(40, 0, 28)), 1, nowUs)).toEqual([null]);
});

it("finds no change in 95 of 100 workspaces whose cases were opened at random", () => {
  const quiet = Array.from({ length: 100 }, (_, seed) => seed).filter((seed) => {
    const below = seededBelow(seed);
    const cases = Array.from({ length: 600 }, (_, customer): OpenedCase => {
      const topic = Math.min(below(25), below(25));
      return { customer, topic, openedUs: nowUs - below(112) * dayUs };
    });
    return findGrowth(cases, 25, nowUs).every((each) => each === null || each.change === "none");
  });
  expect(quiet.length).toBeGreaterThanOrEqual(95);
});
