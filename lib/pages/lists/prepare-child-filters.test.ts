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
  expect(told("90d")).toEqual([expect.stringContaining("last 90 days")]);
  expect(told({ from: "2026-10-05", to: "2026-11-15" })).toEqual([
    expect.stringMatching(/opened 5 Oct 2026 – 15 Nov 2026$/u),
  ]);
  expect(told({ from: "2026-10-05", to: null })).toEqual([
    expect.stringMatching(/from 5 Oct 2026$/u),
  ]);
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
    expect.stringMatching(/ came back or were passed on /u),
  ]);
});
