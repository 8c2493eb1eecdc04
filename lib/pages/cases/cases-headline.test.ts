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
      detail: expect.stringMatching(
        /^4 came .* 5 were .* 3 are likely .*: 2 are in progress, 1 was merged /u,
      ) as string,
    });
  });

  it("agrees in number and leaves out what nobody has", () => {
    expect(casesHeadline({ unresolved: 1 }, false, [])).toEqual({
      title: expect.stringMatching(/^1 of 1 case .* not resolved/u) as string,
      detail: expect.stringMatching(/^1 was never closed/u) as string,
    });
    expect(casesHeadline({ resolved_confirmed: 7 }, false, []).title).toMatch(
      /^All 7 .* resolved/u,
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
      detail: expect.stringMatching(/\. 2 came .* 11 were .* 1 is in progress\.$/u) as string,
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
      detail: expect.stringMatching(/^10 are verified .* 5 are in progress\.$/u) as string,
    });
    expect(casesHeadline(counts, true, ["unresolved", "reopened"])).toEqual({
      title: chosenTitle(5, 20, "matching case", "came back or were never closed"),
      detail: expect.stringMatching(/^4 came .* 1 was never /u) as string,
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
