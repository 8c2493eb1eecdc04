import { describe, expect, it } from "vitest";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { stripGroups } from "./strip-groups";
import { noAnnotations, prepareMarkers } from "@/lib/analytics/annotations/time-markers";

const dayUs = 86_400_000_000;
const mondayUs = Date.parse("2026-10-05T00:00:00Z") * 1000;

const histogram = (stepDays: number, count: number) => ({
  stepDays,
  buckets: Array.from({ length: count }, (_, index) => ({
    fromUs: mondayUs + index * stepDays * dayUs,
    matching: index === 0 ? 2 : 1,
    all: index === 0 ? 8 : 4,
  })),
});

describe("stripGroups", () => {
  it("sums days by weeks, from the first day on", () => {
    const groups = stripGroups(histogram(1, 10), defaultCasesQuery, []);
    expect(groups.map(({ label, matching, all }) => [label, matching, all])).toEqual([
      ["5 Oct", 8, 32],
      ["12 Oct", 3, 12],
    ]);
  });

  it("sums weeks by months, and many months by years", () => {
    const labels = (count: number) =>
      stripGroups(histogram(7, count), defaultCasesQuery, []).map(({ label }) => label);
    expect(labels(8)).toEqual(["Oct", "Nov"]);
    expect(labels(60)).toEqual(["2026", "2027"]);
  });

  it("draws heights against the tallest bar", () => {
    const [group] = stripGroups(histogram(1, 2), defaultCasesQuery, []);
    expect(group?.bars.map((bar) => [bar.matchingHeight, bar.allHeight])).toEqual([
      [0.25, 1],
      [0.125, 0.5],
    ]);
  });

  it("leads from a bar to the list of its days, with the other filters kept", () => {
    const query = { ...defaultCasesQuery, text: "refund", page: 3, peek: "C-1" };
    const [group] = stripGroups(histogram(7, 1), query, []);
    expect(group?.bars[0]).toMatchObject({
      words: "5 Oct 2026 – 11 Oct 2026",
      to: { ...query, page: 1, peek: null, period: { from: "2026-10-05", to: "2026-10-11" } },
    });
  });

  it("has nothing to draw where no case says when it was opened", () => {
    expect(stripGroups({ stepDays: 1, buckets: [] }, defaultCasesQuery, [])).toEqual([]);
  });
});

it("marks the bar on whose days something begins, and each that a range lasts through", () => {
  const noted = {
    kind: "outage",
    text: "Payments were down",
    author: "ann",
    createdUs: 1,
  } as const;
  const at = (day: number) => mondayUs + day * dayUs;
  const annotations = [
    { ...noted, id: 1, fromUs: at(1), toUs: at(3) },
    { ...noted, id: 2, fromUs: at(1) + 5, toUs: null },
    { ...noted, id: 3, fromUs: at(-1), toUs: at(1) },
    { ...noted, id: 4, fromUs: at(4), toUs: null, kind: "release" as const },
  ];
  const markers = prepareMarkers({ ...noAnnotations, annotations }, { fromUs: at(0), toUs: at(5) });
  const [group] = stripGroups(histogram(1, 5), defaultCasesQuery, markers);
  expect(
    group?.bars.map(
      ({ annotation: mark }) => mark && [mark.letters, mark.isRange, mark.words.length],
    ),
  ).toEqual([[null, true, 1], ["B, C", true, 2], [null, true, 1], null, ["D", false, 1]]);
});
