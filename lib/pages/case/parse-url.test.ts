import { expect, it } from "vitest";
import { caseViewHref, defaultCaseQuery } from "./url";
import { casesSearch, defaultCasesQuery } from "@/lib/analytics/filter/cases-query";
import { parseCaseParams } from "./parse-url";
import { listSearchMax } from "@/lib/format/address/list-field";

it("says what is shown of a case in its address, with defaults left out", () => {
  expect(caseViewHref("a/b", defaultCaseQuery)).toBe("/cases/a%2Fb");
  const list = "outcome=reopened&page=2";
  const query = { part: 3, item: "h2", scale: "true", isFitted: true, list } as const;
  expect(caseViewHref("a/b", query)).toBe(
    "/cases/a%2Fb?part=3&item=h2&scale=true&fit=all&list=outcome%3Dreopened%26page%3D2",
  );
  expect(parseCaseParams({ part: "3", item: "h2", scale: "true", fit: "all", list })).toEqual({
    query,
    dropped: [],
  });
});

it.each([
  [{ part: "0" }, ["part"]],
  [{ part: "two" }, ["part"]],
  [{ item: "handoff" }, ["item"]],
  [{ item: ["h1", "h2"] }, ["item"]],
  [{ scale: "log", fit: "none" }, ["fit", "scale"]],
  [{ list: "x".repeat(listSearchMax + 1) }, ["list"]],
])("leaves out what it cannot read, and names it: %j", (raw, names) => {
  const dropped = names.map((name) => ({ name, isKnown: true }));
  expect(parseCaseParams(raw)).toEqual({ query: defaultCaseQuery, dropped });
});

it("tells what it does not know from what it cannot read", () => {
  expect(parseCaseParams({ part: "0", more: "1" }).dropped).toEqual([
    { name: "more", isKnown: false },
    { name: "part", isKnown: true },
  ]);
});

it("keeps the way back to a list with many filters", () => {
  const release = Array.from(
    { length: 50 },
    (_, index) => `assistant-release-2026-11-${String(index)}`,
  );
  const { facets } = defaultCasesQuery;
  const list = casesSearch({ ...defaultCasesQuery, facets: { ...facets, release, path: release } });
  expect(list.length).toBeGreaterThan(2000);
  expect(parseCaseParams({ list })).toEqual({ query: { ...defaultCaseQuery, list }, dropped: [] });
});
