import { describe, expect, it } from "vitest";
import { notCertain } from "@/lib/analytics/findings/rates-apart";
import { endsWords } from "@/lib/analytics/words/end-words";
import { differenceOfShares } from "@/lib/stats/compare-with-rest";
import { clusterSums } from "@/lib/testing/cluster-sums";
import { prepareLede, prepareUnknownLede } from "./prepare-lede";
import { ledeWords as words, lookedFineWords } from "./words";

const { resolved } = words;

const beforeWords = "the 90 days before";
/** Nothing to tell beside the share of 300 cases. */
const plain: Parameters<typeof prepareLede>[0] = {
  now: { hits: 150, of: 300 },
  ...{ before: null, moved: null, beforeWords },
  ...{ lookedFine: 0, likely: 0 },
};

describe("prepareLede", () => {
  it("says better, worse or no clear change, as the interval allows", () => {
    const told = (hits: number, before: number) =>
      prepareLede({
        ...plain,
        now: { hits, of: 300 },
        before: { hits: before, of: 300 },
        moved: differenceOfShares(clusterSums(hits, 300), clusterSums(before, 300)),
      }).lead;
    expect(told(150, 200)).toBe(
      resolved(words.share("50%"), words.change(words.moved.down, beforeWords, "67%")),
    );
    expect(told(160, 190)).toBe(
      resolved(
        words.share("53%"),
        `${words.change(words.moved.down, beforeWords, "63%")}${notCertain}`,
      ),
    );
    expect(told(200, 150)).toBe(
      resolved(words.share("67%"), words.change(words.moved.up, beforeWords, "50%")),
    );
    expect(told(180, 185)).toBe(
      resolved(words.share("60%"), words.change(words.moved.none, beforeWords, "62%")),
    );
  });

  it("says how many look resolved where these are more than the proven", () => {
    const rest = (likely: number) =>
      prepareLede({ ...plain, now: { hits: 30, of: 414 }, likely }).rest;
    expect(rest(170)).toBe(words.likely(170, "41%"));
    expect(rest(30)).toBe("");
  });

  it("counts the cases that looked fine and were not", () => {
    const rest = (lookedFine: number) =>
      prepareLede({ ...plain, now: { hits: 5, of: 90 }, lookedFine }).rest;
    expect(rest(17)).toBe(`${lookedFineWords.finding(17)}.`);
    expect(rest(1)).toMatch(/^1 case .+ was not /u);
  });

  it("tells few cases as a fraction, and none as none", () => {
    const told = (hits: number, of: number) =>
      prepareLede({ ...plain, now: { hits, of }, before: { hits: 0, of: 0 } }).lead;
    expect(told(3, 7)).toBe(resolved(words.count(3, 7), ""));
    expect(told(1, 1)).toMatch(/^1 of 1 case was /u);
    expect(told(0, 0)).toBe(words.tooEarly);
  });
});

describe("prepareUnknownLede", () => {
  const none = { hits: 0, of: 0 };
  const facts = {
    known: { hits: 2, of: 385 },
    returned: none,
    askedAgain: none,
    uncontained: none,
  };

  it("leads with what the data can't say, then says what they do", () => {
    const { lead, rest } = prepareUnknownLede({
      ...facts,
      ...{ returned: { hits: 196, of: 385 }, askedAgain: { hits: 48, of: 63 } },
      uncontained: { hits: 305, of: 501 },
    });
    expect(lead).toBe(words.endsUnknown(endsWords({ hits: 2, of: 385 })));
    expect(rest).toBe(
      words.customers([words.returned("51%"), words.askedAgain("76%"), words.uncontained("61%")]),
    );
  });

  it("says nothing of what was hardly counted, and counts one and none as people do", () => {
    expect(prepareUnknownLede({ ...facts, returned: { hits: 1, of: 9 } }).rest).toBe("");
    expect(prepareUnknownLede({ ...facts, known: { hits: 0, of: 40 } }).lead).toMatch(
      /^None of 40 /u,
    );
    expect(prepareUnknownLede({ ...facts, known: { hits: 1, of: 40 } }).lead).toMatch(
      /^Only 1 of 40 /u,
    );
  });
});
