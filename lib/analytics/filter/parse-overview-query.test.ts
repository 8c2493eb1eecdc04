import { describe, expect, it } from "vitest";
import { withToggled } from "./cases-query";
import { defaultOverviewQuery, overviewHref, type OverviewQuery } from "./overview-query";
import { parseOverviewParams } from "./parse-overview-query";
import { rawParams } from "@/lib/format/address/raw-params";

function throughTheAddress(query: OverviewQuery) {
  return parseOverviewParams(rawParams(new URL(overviewHref(query), "http://localhost").search));
}

describe("parseOverviewParams", () => {
  it("reads back what the address says, and nothing from an empty one", () => {
    const { cases } = defaultOverviewQuery;
    const chats = withToggled(withToggled(cases, "first", "chat"), "region", "EU");
    for (const period of ["all", "30d", "90d", { from: "2026-05-01", to: "2026-05-31" }] as const) {
      const query: OverviewQuery = { cases: { ...chats, period }, compare: "none" };
      expect(throughTheAddress(query)).toEqual({ query, dropped: [] });
    }
    expect(overviewHref(defaultOverviewQuery)).toBe("/overview");
    expect(throughTheAddress(defaultOverviewQuery).query).toEqual(defaultOverviewQuery);
  });

  it("names what it leaves out, and shows the usual period where one cannot be read", () => {
    expect(parseOverviewParams({ period: "1y", compare: "2025", page: "2" })).toEqual({
      query: defaultOverviewQuery,
      dropped: [
        { name: "compare", isKnown: true },
        { name: "page", isKnown: false },
        { name: "period", isKnown: true },
      ],
    });
  });
});
