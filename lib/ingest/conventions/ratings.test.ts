import { describe, expect, it } from "vitest";
import { reading } from "./test-span";

const ratingOf = (attributes: Readonly<Record<string, string | number>>) => {
  const { caseEvents, findings } = reading({ attributes });
  return [caseEvents.map(({ csat }) => csat ?? null), findings.map(({ code }) => code)];
};

describe("a rating of a case", () => {
  it.each([
    [{ "case.event": "csat", csat_score: 4 }],
    [{ "case.event": "csat", "survey.rating": "4/5" }],
    [{ "case.event": "CSAT", value: 4 }],
    [{ "csat.score": 4 }],
  ])("is read of %j", (attributes) => {
    expect(ratingOf(attributes)).toEqual([[4], []]);
  });

  it("that nobody can read is told, and none is made of other events' values", () => {
    expect(ratingOf({ "case.event": "csat", stars: 4 })).toEqual([[null], ["unreadable-metadata"]]);
    expect(ratingOf({ "case.event": "csat", rating: 97 })).toEqual([
      [null],
      ["unreadable-metadata"],
    ]);
    expect(ratingOf({ "case.event": "closed", rating: 4 })).toEqual([[null], []]);
    expect(ratingOf({ rating: 4, score: 3 })).toEqual([[], []]);
  });
});
