import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { channels } from "@/lib/domain/channel";
import { outcomes } from "@/lib/domain/outcome";
import { caseSortKeys, casesHref, defaultCasesQuery, type CasesQuery } from "../cases-query";
import { parseCasesParams } from "./cases";
import type { RawSearchParams } from "./field-reader";

function rawOf(href: string): RawSearchParams {
  const search = new URL(href, "http://localhost").searchParams;
  return Object.fromEntries([...search.keys()].map((key) => [key, search.getAll(key)]));
}

describe("parseCasesParams", () => {
  it("reads an empty address as the defaults", () => {
    expect(parseCasesParams({})).toEqual({ query: defaultCasesQuery, dropped: [] });
    expect(casesHref(defaultCasesQuery)).toBe("/cases");
  });

  it("reads a parameter that is given once as well as one given several times", () => {
    const { query } = parseCasesParams({ channel: "chat", outcome: ["reopened", "unresolved"] });
    expect(query).toEqual({
      ...defaultCasesQuery,
      channels: ["chat"],
      outcomes: ["reopened", "unresolved"],
    });
  });

  it("drops what it does not know or cannot read and names it", () => {
    const raw = { colour: "red", channel: "fax", page: "0", sort: "opened", __proto__x: "1" };
    expect(parseCasesParams(raw)).toEqual({
      query: { ...defaultCasesQuery, sort: "opened" },
      dropped: ["__proto__x", "channel", "colour", "page"],
    });
  });

  it("reads back every query from its address", () => {
    const query: fc.Arbitrary<CasesQuery> = fc.record({
      channels: fc.subarray([...channels]),
      outcomes: fc.subarray([...outcomes]),
      text: fc.string({ unit: "binary", maxLength: 80 }).map((text) => text.trim()),
      sort: fc.constantFrom(...caseSortKeys),
      direction: fc.constantFrom("asc", "desc"),
      page: fc.integer({ min: 1, max: 1_000_000 }),
    });
    fc.assert(
      fc.property(query, (drawn) => {
        expect(parseCasesParams(rawOf(casesHref(drawn)))).toEqual({ query: drawn, dropped: [] });
      }),
    );
  });
});
