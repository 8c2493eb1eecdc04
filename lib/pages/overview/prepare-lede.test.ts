import { describe, expect, it } from "vitest";
import type { Leak } from "./find-leak";
import { newcombeDifference } from "@/lib/stats/proportions/newcombe-difference";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { prepareLede } from "./prepare-lede";

const leak = (isCertain: boolean): Leak => ({
  cell: {
    type: "outage",
    first: "chat",
    rate: { hits: 9, of: 41 },
    contacts: { count: 41, sum: 90, squares: 300 },
  },
  missing: 15,
  isCertain,
});
const beforeWords = "the 90 days before";
/** Nothing to tell beside the share of 300 cases. */
const plain: Parameters<typeof prepareLede>[0] = {
  now: { hits: 150, of: 300 },
  ...{ before: null, moved: null, beforeWords },
  ...{ seemingly: 0, likely: 0, likelyRange: null },
  ...{ leak: null, lesser: [] },
};

describe("tellLede", () => {
  it("says better, worse or no clear change, as the interval allows", () => {
    const told = (hits: number, before: number) =>
      prepareLede({
        ...plain,
        now: { hits, of: 300 },
        before: { hits: before, of: 300 },
        moved: newcombeDifference({ hits, of: 300 }, { hits: before, of: 300 }),
        leak: leak(true),
      }).lead;
    expect(told(150, 200)).toBe(
      "50% of cases were resolved with evidence, worse than the 90 days before (67%).",
    );
    expect(told(200, 150)).toContain("better than the 90 days before (50%)");
    expect(told(180, 185)).toContain("no clear change from the 90 days before (62%)");
  });

  it("names the largest leak, and says so where it may be chance", () => {
    const rest = (found: Leak | null) => prepareLede({ ...plain, leak: found }).rest;
    expect(rest(leak(true))).toBe(
      "The largest leak is outage cases that start in chat: 9 of 41 resolved.",
    );
    expect(rest(leak(false))).toBe(
      "The largest leak looks like outage cases that start in chat: 9 of 41 resolved, which may be chance.",
    );
    expect(rest(null)).toBe("No kind of case stands out as a leak.");
  });

  it("names no leak where hardly any case shows how it ended, unless it is certain", () => {
    const rest = (hits: number, found: Leak) =>
      prepareLede({ ...plain, now: { hits, of: 400 }, leak: found, likely: 160 }).rest;
    expect(rest(5, leak(false))).toMatch(
      /not calibrated here\. Too few show how they ended to tell where cases are lost: closing events, closure codes or ratings in the traces would\.$/u,
    );
    expect(rest(5, leak(true))).toMatch(/The largest leak is outage cases/u);
    expect(rest(120, leak(false))).toMatch(/The largest leak looks like outage cases/u);
  });

  it("names the releases that stand clearly below the others", () => {
    const rest = (names: readonly string[]) => {
      const lesser = names.map((value) => ({ value, sums: clusterSums(18, 41) }));
      return prepareLede({ ...plain, lesser }).rest;
    };
    expect(rest(["2026.20"])).toMatch(
      /Release 2026\.20 stands clearly below the others: 18 of 41\.$/u,
    );
    expect(rest(["1.2", "1.3"])).toMatch(
      /Releases 1\.2 and 1\.3 stand clearly below the others\.$/u,
    );
  });

  it("says how many are likely resolved where these are more than the proven", () => {
    const rest = (likely: number, likelyRange: string | null = null) =>
      prepareLede({
        ...{ now: { hits: 30, of: 414 }, before: null, moved: null, beforeWords, likely },
        likelyRange,
        ...{ seemingly: 0, leak: null, lesser: [] },
      }).rest;
    expect(rest(170)).toBe(
      "170 more (41%) are likely resolved, without evidence of it: as an evaluator sees it, not calibrated here. No kind of case stands out as a leak.",
    );
    expect(rest(170, "35–46%")).toContain(
      "without evidence of it: as an evaluator sees it; 35–46% without its errors. ",
    );
    expect(rest(30)).toBe("No kind of case stands out as a leak.");
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
