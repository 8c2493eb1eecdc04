import { describe, expect, it } from "vitest";
import { noFacets } from "@/lib/analytics/facets/registry";
import type { FacetCount } from "@/lib/analytics/facets/count-facets";
import { defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { prepareFacets } from "./prepare-facets";

const counted = (counts: Readonly<Record<string, number>>): FacetCount =>
  Object.entries(counts).map(([value, count]) => ({ value, count }));
const nothing = defaultCasesQuery.facets;

describe("prepareFacets", () => {
  it("shows the most frequent values, the chosen ones after them, and how many more there are", () => {
    const type = Array.from({ length: 30 }, (_, index) => {
      return { value: `type-${String(index)}`, count: 100 - index };
    });
    const counts = { ...noFacets, type };
    const chosen = { ...nothing, type: ["type-20", "gone", "type-3"] };
    const { options, more } = prepareFacets(counts, chosen).type;
    expect(options.map(({ value }) => value)).toEqual([
      ...Array.from({ length: 12 }, (_, index) => `type-${String(index)}`),
      "type-20",
      "gone",
    ]);
    expect(options.slice(-2).map(({ count }) => count)).toEqual([80, 0]);
    expect(more).toBe(17);
  });

  it("keeps the order of their own that some values have, and groups scores by evaluator", () => {
    const counts = {
      ...noFacets,
      risk: counted({ unknown: 9, low: 5, high: 1 }),
      score: counted({ "b:none": 9, "b:bad": 1, "a:good": 3, "a:bad": 2, "a:middling": 7 }),
    };
    const facets = prepareFacets(counts, nothing);
    expect(facets.risk.options.map(({ value }) => value)).toEqual(["high", "low", "unknown"]);
    expect(facets.score.options.map(({ value }) => value)).toEqual([
      "a:bad",
      "a:middling",
      "a:good",
      "b:bad",
      "b:none",
    ]);
    expect(facets.path).toEqual({ options: [], more: 0 });
  });

  it("keeps every band of every evaluator, however rare", () => {
    const names = Array.from({ length: 12 }, (_, index) => `evaluator-${String(index)}`);
    const score = names.flatMap((name) => [
      { value: `${name}:good`, count: 100 },
      { value: `${name}:bad`, count: 1 },
    ]);
    const facet = prepareFacets({ ...noFacets, score }, nothing).score;
    expect(facet.options).toHaveLength(24);
    expect(facet.more).toBe(0);
  });
});
