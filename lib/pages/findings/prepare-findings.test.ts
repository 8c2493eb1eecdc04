import { expect, it } from "vitest";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { prepareFindings } from "./prepare-findings";

const leadOf = (compared: number, areEndsKnown: boolean) =>
  prepareFindings({ ranked: [], compared, areEndsKnown }, defaultOverviewQuery, "").lead;

it("says what can’t be ranked and for want of what, and never that nothing is compared", () => {
  expect(leadOf(0, true)).toBe("There are too few cases yet to rank what costs most.");
  expect(leadOf(0, false)).toMatch(/^What costs most can’t be ranked: these data don’t say how/u);
  expect(leadOf(4, true)).toBe("In 4 comparisons, nothing stands out.");
  expect(leadOf(4, false)).toBe(
    "In 4 comparisons, nothing stands out. How cases ended can’t be compared.",
  );
});
