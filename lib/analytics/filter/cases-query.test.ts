import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  casesCodec,
  casesCsvHref,
  casesSearch,
  casesHref,
  defaultCasesQuery,
  everyCase,
  hasFilters,
  sortedBy,
  withoutFilters,
  withToggled,
} from "./cases-query";
import { defaultOverviewQuery } from "./overview-query";

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

describe("withToggled", () => {
  it("adds a value that was out, removes one that was in, and goes back to the first page", () => {
    const one = withToggled({ ...defaultCasesQuery, page: 3 }, "channel", "chat");
    expect([one.facets.channel, one.page]).toEqual([["chat"], 1]);
    expect(withToggled(one, "channel", "chat")).toEqual(defaultCasesQuery);
  });
});

it("begins with the last 90 days, as every page of figures does, and names any other period", () => {
  expect(casesCodec.parse({}).query.period).toBe(defaultOverviewQuery.cases.period);
  expect(casesHref(everyCase)).toBe("/cases?period=all");
  expect(casesHref({ ...everyCase, period: "90d" })).toBe("/cases");
});

describe("hasFilters", () => {
  it("is about what leaves cases out, not about order or page", () => {
    expect(hasFilters({ ...defaultCasesQuery, page: 2, sort: "case" })).toBe(false);
    expect(hasFilters({ ...defaultCasesQuery, text: "refund" })).toBe(true);
  });

  it("clears them and nothing else", () => {
    const sorted = { ...defaultCasesQuery, sort: "opened" } as const;
    const filtered = {
      ...withToggled(sorted, "risk", "high"),
      text: "refund",
      period: "7d",
    } as const;
    expect(hasFilters(filtered)).toBe(true);
    expect(withoutFilters(filtered)).toEqual(sorted);
  });
});

it("reads a parameter that is given once as well as one given several times", () => {
  const { query } = casesCodec.parse({
    channel: "chat",
    outcome: ["reopened", "unresolved", "reopened"],
  });
  expect(query.facets).toEqual({
    ...defaultCasesQuery.facets,
    channel: ["chat"],
    outcome: ["reopened", "unresolved"],
  });
});

it("reads two days in either order", () => {
  const { query } = casesCodec.parse({ from: "2026-11-15", to: "2026-10-05" });
  expect(query.period).toEqual({ from: "2026-10-05", to: "2026-11-15" });
});

it("addresses the CSV of a view without its page and drawer", () => {
  const query = { ...withToggled(defaultCasesQuery, "risk", "high"), page: 7, peek: "C-1" };
  expect(casesCsvHref(query)).toBe("/cases.csv?risk=high");
  expect(casesCsvHref(defaultCasesQuery)).toBe("/cases.csv");
});

it("writes whatever is chosen as an address is written", () => {
  const everySign = String.fromCharCode(...Array.from({ length: 300 }, (_, at) => at), 0xd800);
  const written = (type: readonly string[], text: string) => {
    const facets = { ...defaultCasesQuery.facets, type };
    const plain = new URLSearchParams(type.map((value) => ["type", value]));
    if (text !== "") plain.append("q", text);
    expect(casesSearch({ ...defaultCasesQuery, facets, text })).toBe(plain.toString());
  };
  written([everySign, "", "support-core@v7"], everySign);
  fc.assert(fc.property(fc.array(fc.string(), { maxLength: 3 }), fc.string(), written));
});
