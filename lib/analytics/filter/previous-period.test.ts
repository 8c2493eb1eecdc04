import { expect, it } from "vitest";
import { comparedWords, previousPeriod, previousWords } from "./previous-period";

const at = (day: string) => Date.parse(day) * 1000;
const days = (from: string, to: string) => ({ fromUs: at(from), toUs: at(to), isNewest: false });
const shown = { ...days("2026-10-05", "2026-10-15"), isNewest: true };

it("is as many days before, and none before what begins with the data", () => {
  const before = days("2026-09-25", "2026-10-05");
  expect(previousPeriod("30d", shown)).toEqual(before);
  expect(previousPeriod({ from: "2026-10-05", to: null }, shown)).toEqual(before);
  expect(previousPeriod("all", shown)).toBeNull();
  expect(previousPeriod({ from: null, to: "2026-10-14" }, shown)).toBeNull();
  expect(previousWords(before)).toBe("the 10 days before");
  expect(previousWords(days("2026-10-04", "2026-10-05"))).toBe("the day before");
});

it("is the period of the calendar before one of the calendar", () => {
  const september = days("2026-09-01", "2026-10-01");
  const before = previousPeriod("last-month", september);
  expect(before).toEqual({ ...days("2026-08-01", "2026-09-01"), name: "August 2026" });
  expect(before === null ? "" : previousWords(before)).toBe("August 2026");
});

it("says where counts are not of as many days, or data do not reach back", () => {
  const september = days("2026-09-01", "2026-10-01");
  const from = (day: string) => ({ ...september, dataFromUs: at(day) });
  expect(comparedWords("last-month", from("2026-08-01"))).toMatch(/^August 2026 \(30 [^;]* 31\)$/u);
  expect(comparedWords("last-month", from("2026-08-20"))).toMatch(/30 .* 31; .* 20 Aug 2026/u);
  const year = { ...days("2026-01-01", "2026-11-25"), dataFromUs: at("2026-05-27") };
  expect(comparedWords("this-year", year)).toMatch(/same days of 2025 .* 27 May 2026/u);
  expect(comparedWords("30d", shown)).toBe("the 10 days before");
  expect(comparedWords("all", shown)).toBe("nothing before");
});
