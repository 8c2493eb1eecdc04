import { describe, expect, it } from "vitest";
import { periodDays, shownPeriodWords } from "./shown-period";

const us = (day: string) => Date.parse(day) * 1000;
const shown = { fromUs: us("2026-10-05"), toUs: us("2026-11-21"), isNewest: true };

describe("shownPeriodWords", () => {
  it("says of a period without an end that it ends with the newest data", () => {
    expect(shownPeriodWords("all", shown)).toEqual({
      button: "5 Oct 2026 – 20 Nov 2026",
      after: "up to the newest data",
    });
    expect(shownPeriodWords("30d", shown).after).toBe("(last 30 days of data)");
  });

  it("says which days a period of the calendar has, and what it counts from where that is not today", () => {
    const september = { fromUs: us("2026-09-01"), toUs: us("2026-09-25"), isNewest: true };
    expect(shownPeriodWords("this-month", september)).toEqual({
      button: "1 Sept 2026 – 24 Sept 2026",
      after: "(this month)",
    });
    const old = { ...september, countedFromUs: us("2026-09-24") };
    expect(shownPeriodWords("this-month", old).after).toBe("(this month as of 24 Sept 2026)");
  });

  it("says only the days where they end before it, and a single day once", () => {
    const days = { from: "2026-10-05", to: "2026-10-05" };
    const one = { fromUs: us("2026-10-05"), toUs: us("2026-10-06"), isNewest: false };
    expect(shownPeriodWords(days, one)).toEqual({ button: "5 Oct 2026", after: "" });
  });

  it("names no days where no case says when it was opened", () => {
    expect(shownPeriodWords("all", null)).toEqual({ button: "any time", after: "" });
    const open = { from: "2026-11-01", to: null };
    expect(shownPeriodWords(open, null).button).toBe("from 1 Nov 2026");
  });
});

it("offers the shown days to begin with where others are to be chosen", () => {
  expect(periodDays("all", shown)).toEqual({ from: "2026-10-05", to: "2026-11-20" });
  const open = { from: "2026-10-05", to: null };
  expect(periodDays(open, shown)).toEqual({ from: "2026-10-05", to: "2026-11-20" });
  expect(periodDays(open, null)).toEqual({ from: "2026-10-05", to: "" });
  expect(periodDays("all", null)).toEqual({ from: "", to: "" });
});
