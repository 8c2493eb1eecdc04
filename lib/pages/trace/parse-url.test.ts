import { describe, expect, it } from "vitest";
import { defaultTraceQuery, traceHref, type TraceQuery } from "./url";
import { parseTraceParams } from "./parse-url";

function throughTheAddress(query: TraceQuery) {
  const { searchParams } = new URL(traceHref("t1", query), "http://localhost");
  const raw: Record<string, string[]> = {};
  for (const key of searchParams.keys()) raw[key] = searchParams.getAll(key);
  return parseTraceParams(raw);
}

describe("parseTraceParams", () => {
  it("reads back what the address says, and nothing from an empty one", () => {
    const query: TraceQuery = {
      spanId: "0a1b",
      tab: "raw",
      text: "a & b",
      folded: ["1", "2"],
      part: 2,
      list: "outcome=unresolved&page=2",
    };
    expect(throughTheAddress(query)).toEqual({ query, dropped: [] });
    expect(parseTraceParams({})).toEqual({ query: defaultTraceQuery, dropped: [] });
  });

  it("names what it leaves out", () => {
    expect(parseTraceParams({ tab: "nothing", part: "-1", colour: "red" })).toEqual({
      query: defaultTraceQuery,
      dropped: [
        { name: "colour", isKnown: false },
        { name: "part", isKnown: true },
        { name: "tab", isKnown: true },
      ],
    });
  });
});
