import { expect, it } from "vitest";
import { casePartHref } from "../case-query";
import { parseCaseParams } from "./case";

it("reads the part of a transcript back from its address", () => {
  expect(casePartHref("a/b", 1)).toBe("/cases/a%2Fb");
  expect(casePartHref("a/b", 3)).toBe("/cases/a%2Fb?part=3");
  expect(parseCaseParams({ part: "3" })).toEqual({ query: { part: 3 }, dropped: [] });
});

it("drops what it does not know or cannot read and names it", () => {
  expect(parseCaseParams({ part: "-1", tab: "x" })).toEqual({
    query: { part: 1 },
    dropped: ["part", "tab"],
  });
});
