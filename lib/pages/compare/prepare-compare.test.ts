import { describe, expect, it } from "vitest";
import { createCaseTable } from "@/lib/analytics/case-table/case-table";
import { countFacets } from "@/lib/analytics/facets/count-facets";
import { selectCases } from "@/lib/analytics/select/select-cases";
import { compareArms } from "@/lib/analytics/compare/compare-arms";
import { comparedMetrics } from "@/lib/analytics/compare/compared-metrics";
import { testArms, type TestArmCase } from "@/lib/testing/arm-cases";
import { defaultCompareQuery } from "./url";
import { prepareCompare, type CompareFacts } from "./prepare-compare";
import { endsWords, sendEnds } from "@/lib/analytics/words/end-words";
import * as words from "./words";

const table = createCaseTable();
const { facets, metric } = defaultCompareQuery.cases;
const nothing = selectCases(table, { facets, metric, period: null, matches: null });

/** A case in each of which `count` customers had as many contacts as they have letters in their region. */
function cases(arm: "a" | "b", region: string, count: number): TestArmCase[] {
  return Array.from({ length: count }, (_, at) => ({
    ...{ arm, region, type: "refund", customer: at * 7919 + region.length },
    value: region.length + (at % 2),
  }));
}

function modelOf(
  list: readonly TestArmCase[],
  more: Partial<CompareFacts> = {},
  query = defaultCompareQuery,
) {
  const { cases: arms, measure } = testArms(list);
  const comparisons = compareArms(arms, [measure]);
  return prepareCompare(query, {
    ...{ asOfUs: 0, period: null, newestUs: null, evaluators: [], isWorkspaceEmpty: false },
    counts: countFacets(table, nothing),
    options: ["app@v1", "app@v2", "app@v3"].map((name, at) => ({
      ...{ name, cases: 1200 - at, firstUs: 0, lastUs: 1 },
    })),
    pair: ["app@v1", "app@v2"],
    metBoth: 0,
    known: { hits: 10, of: 10 },
    ...{ figures: null, latest: [new Uint32Array(0), new Uint32Array(0)], texts: null },
    released: { groups: [], all: { hits: 0, of: 0, hitsSquared: 0, product: 0, ofSquared: 0 } },
    compared: comparisons.flatMap((comparison) =>
      comparedMetrics.slice(0, 1).map((each) => ({ metric: each, comparison })),
    ),
    ...more,
  });
}
const few = [...cases("a", "EU", 10), ...cases("b", "EU", 10)];

describe("the Compare page", () => {
  it("names regions that stand by themselves and opens the others together", () => {
    const model = modelOf([
      ...[...cases("a", "EU", 40), ...cases("b", "EU", 40)],
      ...[...cases("a", "US", 35), ...cases("b", "UK", 35), ...cases("b", "", 5)],
      ...cases("a", "CH", 1),
    ]);
    const rows = model.metrics[0]?.frame.table.rows ?? [];
    expect(rows.map(([kind]) => kind?.words)).toEqual([
      "refund, Chat, EU",
      "refund, Chat, other regions",
    ]);
    const [, , ofEu, , ofRest] = [...(rows[0]?.slice(0, 3) ?? []), ...(rows[1]?.slice(1, 3) ?? [])];
    expect(ofEu).toMatchObject({
      words: "40",
      href: expect.stringContaining("region=EU") as string,
    });
    expect(ofRest).toMatchObject({ words: "36" });
    expect(new URLSearchParams(ofRest?.href?.split("?")[1]).getAll("region")).toEqual([
      ...["US", "UK", "", "CH"],
    ]);
    expect(model.cautions).toEqual([words.matchedByRegion(30)]);
  });

  it("says that there are few, and how many met both and where they count", () => {
    expect(modelOf(few, { metBoth: 3 }).cautions).toEqual([
      words.fewCasesOf("", 30, 8),
      words.matchedByType,
      words.metBoth(3, true),
    ]);
    expect(modelOf(few, { metBoth: 1, pair: ["app@v1", "b@v1"] }).cautions.at(-1)).toBe(
      words.metBoth(1, false),
    );
  });

  it("leaves resolution out where few cases show how they ended, and says what to send", () => {
    const [contacts, resolution] = comparedMetrics;
    const { cases: arms, measure } = testArms(few);
    const [comparison] = compareArms(arms, [measure]);
    const compared = [contacts, resolution].flatMap((each) =>
      each === undefined || comparison === undefined ? [] : [{ metric: each, comparison }],
    );
    const model = modelOf(few, { compared, known: { hits: 1, of: 20 } });
    expect(model.metrics.map(({ id }) => id)).toEqual(["touchpoints_per_case"]);
    expect(model.releases).toBeNull();
    expect(model.cautions[0]).toBe(words.noResolution(endsWords({ hits: 1, of: 20 }), sendEnds));
    expect(modelOf(few, { compared }).metrics.map(({ id }) => id)).toContain(
      "case_resolution_rate",
    );
  });

  it("says first that no two can be compared where nobody chose two that cannot", () => {
    const list = [...cases("a", "EU", 7), ...cases("b", "EU", 7)];
    expect(modelOf(list).lede).toEqual({
      lead: words.noTwoYet(words.pairWords.prompt),
      rest: words.tooFewOfEach({ few: 8, better: 30 }, "v1", "v2"),
    });
    const chosen = { ...defaultCompareQuery, a: "app@v1" };
    expect(modelOf(list, {}, chosen).lede.lead).toMatch(/^v1 and v2 cannot/u);
  });

  it("says that one was chosen as both, and offers the others in place of either", () => {
    const twice = { ...defaultCompareQuery, a: "app@v2", b: "app@v2" };
    const nothing = { pair: null, compared: [] };
    const { lede, filters } = modelOf(few, nothing, twice);
    expect(lede).toEqual({
      lead: words.chosenTwice("app@v2"),
      rest: words.chooseDifferent(words.armWords.prompt),
    });
    const hrefs = filters.slice(1, 3).map(({ options }) => options[0]?.href);
    expect(hrefs).toEqual(["/compare?a=app%40v1&b=app%40v2", "/compare?a=app%40v2&b=app%40v1"]);
    const alone = { ...nothing, options: [{ name: "app@v2", cases: 9, firstUs: 0, lastUs: 1 }] };
    expect(modelOf(few, alone, twice).lede.lead).toBe(words.noTwo(words.armWords.prompt));
  });

  it("offers versions with their cases, and turns the two round where one chooses the other", () => {
    const [, first] = modelOf(few).filters;
    expect(first).toMatchObject({ name: "First", shown: "app@v1" });
    expect(first?.options.map(({ words, href }) => [words, href])).toEqual([
      ["app@v1 · 1,200", "/compare?a=app%40v1&b=app%40v2"],
      ["app@v2 · 1,199", "/compare?a=app%40v2&b=app%40v1"],
      ["app@v3 · 1,198", "/compare?a=app%40v3&b=app%40v2"],
    ]);
  });
});
