import { expect, it } from "vitest";
import { previousPeriod } from "./previous-period";

const at = (day: string) => Date.parse(day) * 1000;
const shown = { fromUs: at("2026-10-05"), toUs: at("2026-10-15"), isNewest: true };

it("is as many days before, and none before what begins with the data", () => {
  const before = { fromUs: at("2026-09-25"), toUs: at("2026-10-05"), isNewest: false };
  expect(previousPeriod("30d", shown)).toEqual(before);
  expect(previousPeriod({ from: "2026-10-05", to: null }, shown)).toEqual(before);
  expect(previousPeriod("all", shown)).toBeNull();
  expect(previousPeriod({ from: null, to: "2026-10-14" }, shown)).toBeNull();
});
