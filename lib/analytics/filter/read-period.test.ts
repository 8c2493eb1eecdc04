import { describe, expect, it } from "vitest";
import { overviewCodec } from "./overview-query";
import { defaultPeriod, namedPeriods } from "./period";
import { readPeriod } from "./read-period";

describe("a period that was typed", () => {
  it.each(namedPeriods)("has the name that an address gives it: %s", (name) => {
    const { query, dropped } = overviewCodec.parse({ period: name });
    expect(dropped).toEqual([]);
    expect(query.cases.period).toBe(readPeriod(name));
    expect(overviewCodec.search(query)).toBe(name === defaultPeriod ? "" : `period=${name}`);
  });

  it("may be two days", () => {
    expect(readPeriod("2026-02-01..2026-02-28")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  });

  it("may have one end only", () => {
    expect(readPeriod("2026-02-01..")).toEqual({ from: "2026-02-01", to: null });
    expect(readPeriod("..2026-02-28")).toEqual({ from: null, to: "2026-02-28" });
  });

  it.each([
    "",
    "..",
    "2026-02-30..",
    "october",
    "2026-02-01",
    "2026-02-30..2026-03-01",
    "2026-03-01..2026-02-01",
    "2026-03-01..2026-03-02..",
  ])("is refused with what would do: %s", (text) => {
    expect(() => readPeriod(text)).toThrow("is no period; write 7d, 30d, 90d, this-month");
  });
});
