import { expect, it } from "vitest";
import { tickDays } from "./time-axis";

const day = (iso: string) => Date.parse(iso) * 1000;

it("says the year of days on an axis where they are of several", () => {
  const within = [day("2025-05-13"), day("2025-10-13")];
  expect(tickDays(within, "UTC")).toEqual(["13 May", "13 Oct"]);
  expect(tickDays([day("2020-05-13"), ...within], "UTC")).toEqual([
    "13 May 2020",
    "13 May 2025",
    "13 Oct 2025",
  ]);
});
