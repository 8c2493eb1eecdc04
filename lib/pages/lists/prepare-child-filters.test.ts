import { expect, it } from "vitest";
import { defaultCasesQuery, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { childListFilters, childListTitle } from "./prepare-child-filters";

it("says the period within its sentence", () => {
  const told = (period: CasesQuery["period"]) =>
    childListFilters({
      ...childListCodecs.contacts.defaultValue,
      cases: { ...defaultCasesQuery, period },
    }).map(({ words }) => words);
  expect(told("90d")).toEqual(["of cases opened in the last 90 days of data"]);
  expect(told({ from: "2026-10-05", to: "2026-11-15" })).toEqual([
    "of cases opened 5 Oct 2026 – 15 Nov 2026",
  ]);
  expect(told({ from: "2026-10-05", to: null })).toEqual(["of cases opened from 5 Oct 2026"]);
  expect(told("all")).toEqual([]);
});

it("counts one in the singular", () => {
  const of = childListCodecs.contacts.defaultValue;
  const metric = { id: "false_success_rate", subset: "numerator" } as const;
  expect(childListTitle({ ...of, metric }, 1)).toMatch(/^1 contact in which /u);
  expect(childListTitle({ ...of, metric }, 2)).toMatch(/^2 contacts in which /u);
  expect(childListTitle(of, 1)).toBe("1 contact");
});

it("names the outcome of the cases as a clause", () => {
  const filters = childListFilters({
    ...childListCodecs.handoffs.defaultValue,
    cases: {
      ...defaultCasesQuery,
      period: "all",
      facets: { ...defaultCasesQuery.facets, outcome: ["reopened", "passed_on"] },
    },
  });
  expect(filters.map(({ words }) => words)).toEqual([
    "of cases that came back or were passed on with unknown outcome",
  ]);
});
