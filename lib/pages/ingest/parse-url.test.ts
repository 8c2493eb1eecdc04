import { describe, expect, it } from "vitest";
import { defaultIngestQuery, ingestHref } from "./url";
import { parseIngestParams } from "./parse-url";

describe("parseIngestParams", () => {
  it("reads back what the address says, and nothing from an empty one", () => {
    expect(ingestHref({ page: 2, batch: 7 })).toBe("/ingest?page=2&batch=7");
    expect(parseIngestParams({ page: "2", batch: "7" }).query).toEqual({ page: 2, batch: 7 });
    expect(ingestHref(defaultIngestQuery)).toBe("/ingest");
    expect(parseIngestParams({})).toEqual({ query: defaultIngestQuery, dropped: [] });
  });

  it("names what it leaves out", () => {
    expect(parseIngestParams({ page: "0", batch: "x", colour: "red" })).toEqual({
      query: defaultIngestQuery,
      dropped: [
        { name: "batch", isKnown: true },
        { name: "colour", isKnown: false },
        { name: "page", isKnown: true },
      ],
    });
  });
});
