import { describe, expect, it } from "vitest";
import { endsWords } from "@/lib/analytics/words/end-words";
import { casesHeadline, unknownHeadline } from "./cases-headline";
import {
  chosenTitle,
  countedTitle,
  fewShowEnds,
  judgedOfThem,
  judgedTitle,
  noneMatch,
  notJudged,
  resolvedTitle,
} from "./words/headline";

describe("casesHeadline", () => {
  it("counts the list as the link to it does, what was not resolved of the mature, and the others", () => {
    const counts = {
      resolved_verified: 10,
      closed_likely: 3,
      reopened: 4,
      unresolved: 5,
      in_progress: 2,
      duplicate: 1,
    };
    expect(casesHeadline(counts, false, [])).toEqual({
      title: countedTitle(25, "case", judgedOfThem(10, 12)),
      detail:
        "4 came back, 5 were never closed, 3 are likely resolved. Not judged: 2 are in progress, 1 was merged into another.",
    });
  });

  it("agrees in number and leaves out what nobody has", () => {
    expect(casesHeadline({ unresolved: 1 }, false, [])).toEqual({
      title: "1 of 1 case old enough to judge was not resolved with evidence",
      detail: "1 was never closed.",
    });
    expect(casesHeadline({ resolved_confirmed: 7 }, false, []).title).toBe(
      "All 7 cases old enough to judge were resolved with evidence",
    );
  });

  it("does not claim all cases where filters left some out", () => {
    expect(casesHeadline({ unresolved: 1, in_progress: 2 }, true, []).title).toBe(
      countedTitle(3, "matching case", judgedOfThem(0, 1)),
    );
    expect(casesHeadline({ reopened: 8, closed_likely: 12 }, true, []).title).toBe(
      judgedTitle(0, 20, "matching case"),
    );
  });

  it("begins with what a figure counted where a figure opened the list", () => {
    const counts = { reopened: 2, unresolved: 11, resolved_verified: 10, in_progress: 1 };
    const counted = "cases in which the customer was asked again";
    expect(casesHeadline(counts, true, [], counted)).toEqual({
      title: `24 ${counted}`,
      detail: `${judgedTitle(10, 13, "matching case")}. 2 came back, 11 were never closed. ${notJudged("1 is in progress")}.`,
    });
    expect(casesHeadline(counts, true, ["unresolved"], counted).title).toBe(
      chosenTitle(11, 24, "matching case", "were never closed"),
    );
  });

  it("says so where there is no case", () => {
    expect(casesHeadline({}, false, [])).toEqual({ title: noneMatch, detail: "" });
  });

  it("does not judge cases of which none is mature", () => {
    expect(casesHeadline({ in_progress: 1200 }, false, [])).toEqual({
      title: countedTitle(1200, "case", judgedOfThem(0, 0)),
      detail: `${notJudged("1,200 are in progress")}.`,
    });
  });

  it("answers the question that the chosen outcomes ask", () => {
    const counts = { resolved_verified: 10, reopened: 4, unresolved: 1, in_progress: 5 };
    expect(casesHeadline(counts, false, ["resolved_verified", "resolved_confirmed"])).toEqual({
      title: resolvedTitle(10, 5, "case"),
      detail: `10 are verified as resolved. ${notJudged("5 are in progress")}.`,
    });
    expect(casesHeadline(counts, true, ["unresolved", "reopened"])).toEqual({
      title: chosenTitle(5, 20, "matching case", "came back or were never closed"),
      detail: "4 came back, 1 was never closed.",
    });
    expect(casesHeadline(counts, false, ["unresolved"])).toEqual({
      title: chosenTitle(1, 20, "case", "was never closed"),
      detail: "",
    });
  });
});

describe("unknownHeadline", () => {
  it("says how many show how they ended, and counts no silence as failure", () => {
    const counts = { unresolved: 36, fell_quiet: 11, reopened: 196, passed_on: 29 };
    expect(unknownHeadline(counts, { hits: 2, of: 243 }, false)).toEqual({
      title: countedTitle(272, "case", fewShowEnds(2, 243)),
      detail: expect.stringMatching(
        /^196 [^.]+\. Not judged: 29 [^.]+\. Send closing events/u,
      ) as string,
    });
    expect(unknownHeadline({}, { hits: 0, of: 1 }, true)).toEqual({
      title: endsWords({ hits: 0, of: 1 }, "matching case"),
      detail: expect.stringMatching(/^Send closing events/u) as string,
    });
  });
});
