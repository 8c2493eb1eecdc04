import { describe, expect, it } from "vitest";
import { readPeriod } from "./read-period";

/** Saturday. */
const asOfUs = Date.parse("2026-11-21T05:00:00Z") * 1000;
const at = (text: string, zone = "UTC") => readPeriod(text, asOfUs, zone);

describe("a period that was typed", () => {
  it("is the last whole week, month or quarter before an instant", () => {
    expect(at("last-week")).toEqual({ from: "2026-11-09", to: "2026-11-15" });
    expect(at("last-month")).toEqual({ from: "2026-10-01", to: "2026-10-31" });
    expect(at("last-quarter")).toEqual({ from: "2026-07-01", to: "2026-09-30" });
  });

  it("counts days in the zone", () => {
    const newYear = Date.parse("2026-12-31T23:30:00Z") * 1000;
    expect(readPeriod("last-month", newYear, "UTC")).toEqual({
      from: "2026-11-01",
      to: "2026-11-30",
    });
    expect(readPeriod("last-month", newYear, "Europe/Berlin")).toEqual({
      from: "2026-12-01",
      to: "2026-12-31",
    });
    expect(readPeriod("last-quarter", newYear, "Europe/Berlin")).toEqual({
      from: "2026-10-01",
      to: "2026-12-31",
    });
  });

  it("may be two days, or days back", () => {
    expect(at("30d")).toBe("30d");
    expect(at("2026-02-01..2026-02-28")).toEqual({ from: "2026-02-01", to: "2026-02-28" });
  });

  it("may have one end only", () => {
    expect(at("2026-02-01..")).toEqual({ from: "2026-02-01", to: null });
    expect(at("..2026-02-28")).toEqual({ from: null, to: "2026-02-28" });
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
    expect(() => at(text)).toThrow("is no period; write last-week");
  });
});
