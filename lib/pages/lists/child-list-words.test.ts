import { expect, it } from "vitest";
import { defaultCasesQuery, type CasesQuery } from "@/lib/analytics/filter/cases-query";
import { childListCodecs } from "@/lib/analytics/filter/child-list-query";
import { childListFilters } from "./child-list-words";

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
