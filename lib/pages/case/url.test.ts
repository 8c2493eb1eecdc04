import { expect, it } from "vitest";
import { caseCodec, caseViewHref, defaultCaseQuery } from "./url";
import { casesSearch, defaultCasesQuery } from "@/lib/analytics/filter/cases-query";

it("encodes the case's id", () => {
  expect(caseViewHref("a/b", defaultCaseQuery)).toBe("/cases/a%2Fb");
  expect(caseViewHref("a/b", { page: 3 })).toBe("/cases/a%2Fb?part=3");
});

it("keeps the way back to a list with many filters", () => {
  const release = Array.from(
    { length: 50 },
    (_, index) => `assistant-release-2026-11-${String(index)}`,
  );
  const { facets } = defaultCasesQuery;
  const list = casesSearch({ ...defaultCasesQuery, facets: { ...facets, release, path: release } });
  expect(list.length).toBeGreaterThan(2000);
  expect(caseCodec.parse({ list })).toEqual({ query: { ...defaultCaseQuery, list }, dropped: [] });
});
