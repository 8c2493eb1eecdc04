import { describe, expect, it } from "vitest";
import { defaultCasesQuery, hasFilters, sortedBy, toggled } from "./cases-query";

describe("sortedBy", () => {
  it("starts a column in its natural direction and goes back to the first page", () => {
    expect(sortedBy({ ...defaultCasesQuery, page: 4 }, "touchpoints")).toEqual({
      ...defaultCasesQuery,
      sort: "touchpoints",
      direction: "desc",
    });
    expect(sortedBy(defaultCasesQuery, "case").direction).toBe("asc");
  });

  it("turns the column it is sorted by", () => {
    expect(sortedBy(defaultCasesQuery, "last_contact").direction).toBe("asc");
  });
});

describe("toggled", () => {
  it("adds a value that was out and removes one that was in", () => {
    expect(toggled(["a"], "b")).toEqual(["a", "b"]);
    expect(toggled(["a", "b"], "a")).toEqual(["b"]);
  });
});

describe("hasFilters", () => {
  it("is about what leaves cases out, not about order or page", () => {
    expect(hasFilters({ ...defaultCasesQuery, page: 2, sort: "case" })).toBe(false);
    expect(hasFilters({ ...defaultCasesQuery, text: "refund" })).toBe(true);
  });
});
