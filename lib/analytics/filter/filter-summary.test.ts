import { expect, it } from "vitest";
import { noFacets, ofEachFacet } from "../facets/registry";
import { filterSummary } from "./filter-summary";
import { defaultOverviewQuery, overviewHref, type OverviewQuery } from "./overview-query";
import { prepareFilters } from "./prepare-filters";

const at = (day: string) => Date.parse(day) * 1000;
const counts = ofEachFacet(() => [{ value: "refund", count: 3 }]);

function filtersOf(change: Partial<OverviewQuery["cases"]>, from = "2026-08-27") {
  const query = { ...defaultOverviewQuery, cases: { ...defaultOverviewQuery.cases, ...change } };
  const period = { fromUs: at(from), toUs: at("2026-11-25"), isNewest: true };
  return prepareFilters(query, counts, period, overviewHref);
}

it("says the days, the case types and how many more filters there are", () => {
  expect(filterSummary(filtersOf({}))).toBe("27 Aug – 24 Nov · all case types");
  const facets = { ...noFacets, type: ["refund"], region: ["EU"], team: ["night"] };
  expect(filterSummary(filtersOf({ facets }))).toBe("27 Aug – 24 Nov · refund · 2 filters");
  expect(filterSummary(filtersOf({}, "2025-12-01"))).toBe(
    "1 Dec 2025 – 24 Nov 2026 · all case types",
  );
});

it("names two filters where there is no period", () => {
  const [, ...others] = filtersOf({});
  const named = others.slice(1, 4);
  expect(filterSummary(named)).toBe(`${named[0]?.shown ?? ""} · ${named[1]?.shown ?? ""}`);
});

it("keeps the name of a period of the calendar beside its days", () => {
  const [period] = filtersOf({ period: "this-month" }, "2026-11-01");
  expect(period?.shown).toBe("1 Nov 2026 – 24 Nov 2026 (this month)");
  expect(period?.options.find(({ isChosen }) => isChosen)).toEqual({
    ...{ words: "This month", href: "/overview?period=this-month", isChosen: true },
  });
});

it("asks for own days under the other filters", () => {
  const [period] = filtersOf({ period: "30d", facets: { ...noFacets, type: ["a", "b"] } });
  expect(period?.days).toEqual({
    ...{ from: "2026-08-27", to: "2026-11-24", path: "/overview" },
    others: [
      ["type", "a"],
      ["type", "b"],
    ],
  });
});
