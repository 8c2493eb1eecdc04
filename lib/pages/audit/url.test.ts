import { describe, expect, it } from "vitest";
import { auditClauses, auditCodec, auditHref, auditSpan } from "./url";
import { rawParams } from "@/lib/format/address/raw-params";

const parse = (search: string) => auditCodec.parse(rawParams(search));

describe("the audit's address", () => {
  it("takes an empty field as not asked for", () => {
    expect(auditCodec.parse({ action: "", actor: " ", from: "", to: "" })).toEqual({
      query: auditCodec.defaultValue,
      dropped: [],
    });
  });

  it("takes two days in either order", () => {
    expect(parse("from=2026-03-31&to=2026-03-01").query.days).toEqual({
      from: "2026-03-01",
      to: "2026-03-31",
    });
  });

  it("says each filter in words, with the view that lacks it", () => {
    expect(auditClauses(parse("page=3").query, "UTC")).toEqual([]);
    const { query } = parse("page=3&target=case-7&from=2026-03-01");
    expect(
      auditClauses(query, "UTC").map(({ words, without }) => [words, auditHref(without)]),
    ).toEqual([
      ["to what: contains “case-7”", "/audit?from=2026-03-01"],
      ["from 2026-03-01 (UTC)", "/audit?target=case-7"],
    ]);
  });
});

describe("the days of the audit", () => {
  it("are whole, the last one included, by the clocks of the display zone", () => {
    const { query } = parse("from=2026-03-29&to=2026-03-29");
    expect(auditSpan(query.days, "UTC")).toEqual({
      fromUs: Date.parse("2026-03-29T00:00Z") * 1000,
      toUs: Date.parse("2026-03-30T00:00Z") * 1000,
    });
    expect(auditSpan(query.days, "Europe/Berlin")).toEqual({
      fromUs: Date.parse("2026-03-28T23:00Z") * 1000,
      toUs: Date.parse("2026-03-29T22:00Z") * 1000,
    });
  });

  it("are open where one is not asked for", () => {
    expect(auditSpan(parse("").query.days, "UTC")).toEqual({ fromUs: null, toUs: null });
    expect(auditSpan(parse("to=1970-01-01").query.days, "UTC")).toEqual({
      fromUs: null,
      toUs: 86_400_000_000,
    });
  });
});
