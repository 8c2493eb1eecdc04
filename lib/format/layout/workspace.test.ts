import { describe, expect, it } from "vitest";
import { chooseWorkspace, parseWorkspaceChoice } from "./workspace";

describe("the workspace that is shown", () => {
  it.each([
    [{ chosen: null, hasOwnSpans: false, hasDemo: true }, "demo"],
    [{ chosen: null, hasOwnSpans: true, hasDemo: true }, "main"],
    [{ chosen: "demo", hasOwnSpans: true, hasDemo: true }, "demo"],
    [{ chosen: "main", hasOwnSpans: false, hasDemo: true }, "main"],
    [{ chosen: "demo", hasOwnSpans: false, hasDemo: false }, "main"],
  ] as const)("of %j is %s", (known, name) => {
    expect(chooseWorkspace(known)).toBe(name);
  });

  it("is nobody's choice where the cookie says neither", () => {
    expect(parseWorkspaceChoice("../../etc")).toBe(null);
  });
});
