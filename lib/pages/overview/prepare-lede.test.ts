import { describe, expect, it } from "vitest";
import { newcombeDifference } from "@/lib/stats/proportions/newcombe-difference";
import { prepareLede } from "./prepare-lede";

const beforeWords = "the 90 days before";
/** Nothing to tell beside the share of 300 cases. */
const plain: Parameters<typeof prepareLede>[0] = {
  now: { hits: 150, of: 300 },
  ...{ before: null, moved: null, beforeWords },
  ...{ seemingly: 0, likely: 0, likelyRange: null },
  isLossKnown: false,
};

describe("prepareLede", () => {
  it("says better, worse or no clear change, as the interval allows", () => {
    const told = (hits: number, before: number) =>
      prepareLede({
        ...plain,
        now: { hits, of: 300 },
        before: { hits: before, of: 300 },
        moved: newcombeDifference({ hits, of: 300 }, { hits: before, of: 300 }),
      }).lead;
    expect(told(150, 200)).toBe(
      "50% of cases were resolved with evidence, worse than the 90 days before (67%).",
    );
    expect(told(200, 150)).toContain("better than the 90 days before (50%)");
    expect(told(180, 185)).toContain("no clear change from the 90 days before (62%)");
  });

  it("says what is missing where hardly any case shows how it ended, unless the loss is known", () => {
    const rest = (hits: number, isLossKnown: boolean) =>
      prepareLede({ ...plain, now: { hits, of: 400 }, isLossKnown, likely: 160 }).rest;
    const missing =
      /not calibrated here\. Too few show how they ended to tell where cases are lost: closing events, closure codes or ratings in the traces would\.$/u;
    expect(rest(5, false)).toMatch(missing);
    expect(rest(5, true)).toMatch(/not calibrated here\.$/u);
    expect(rest(120, false)).not.toMatch(/Too few/u);
  });

  it("says how many are likely resolved where these are more than the proven", () => {
    const rest = (likely: number, likelyRange: string | null = null) =>
      prepareLede({
        ...{ now: { hits: 30, of: 414 }, before: null, moved: null, beforeWords, likely },
        likelyRange,
        ...{ seemingly: 0, isLossKnown: false },
      }).rest;
    expect(rest(170)).toBe(
      "170 more (41%) are likely resolved, without evidence of it: as an evaluator sees it, not calibrated here.",
    );
    expect(rest(170, "35–46%")).toContain(
      "without evidence of it: as an evaluator sees it; 35–46% without its errors.",
    );
    expect(rest(30)).toBe("");
  });

  it("counts the cases that looked fine and were not", () => {
    const rest = (seemingly: number) =>
      prepareLede({ ...plain, now: { hits: 5, of: 90 }, seemingly }).rest;
    expect(rest(17)).toContain(
      "17 more looked fine in their last contact and were neither resolved nor likely to be.",
    );
    expect(rest(1)).toContain(
      "1 more looked fine in its last contact and was neither resolved nor likely to be.",
    );
  });

  it("tells few cases as a fraction, and none as none", () => {
    const told = (hits: number, of: number) =>
      prepareLede({ ...plain, now: { hits, of }, before: { hits: 0, of: 0 } }).lead;
    expect(told(3, 7)).toBe("3 of 7 cases were resolved with evidence.");
    expect(told(1, 1)).toBe("1 of 1 case was resolved with evidence.");
    expect(told(0, 0)).toBe("No case of this period is old enough to judge yet.");
  });
});
