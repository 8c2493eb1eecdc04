import { expect, it } from "vitest";
import { caseViewHref, defaultCaseQuery } from "../case-query";
import { parseCaseParams } from "./case";

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
  [{ list: "x".repeat(2001), more: "1" }, ["list", "more"]],
])("leaves out what it cannot read, and names it: %j", (raw, dropped) => {
  expect(parseCaseParams(raw)).toEqual({ query: defaultCaseQuery, dropped });
});
