import { expect, it } from "vitest";
import { defaultOverviewQuery } from "@/lib/analytics/filter/overview-query";
import { prepareFindings } from "./prepare-findings";
import { leadWords } from "./words/page";

const leadOf = (compared: number, areEndsKnown: boolean) =>
  prepareFindings({ ranked: [], compared, areEndsKnown }, defaultOverviewQuery, "").lead;

it("says what can’t be ranked and for want of what, and never that nothing is compared", () => {
  expect(leadOf(0, true)).toBe(leadWords.few);
  expect(leadOf(0, false)).toBe(leadWords.endsUnknown);
  expect(leadOf(4, true)).toBe(leadWords.none(4, ""));
  expect(leadOf(4, false)).toBe(leadWords.none(4, leadWords.withoutEnds));
});
