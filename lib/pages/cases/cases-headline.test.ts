import { describe, expect, it } from "vitest";
import { casesHeadline, unknownHeadline } from "./cases-headline";

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
      title: "25 cases: 22 are old enough to judge, 12 of them not resolved with evidence",
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
      "3 matching cases: 1 is old enough to judge and not resolved with evidence",
    );
    expect(casesHeadline({ reopened: 8, closed_likely: 12 }, true, []).title).toBe(
      "20 of 20 matching cases old enough to judge were not resolved with evidence",
    );
  });

  it("begins with what a figure counted where a figure opened the list", () => {
    const counts = { reopened: 2, unresolved: 11, resolved_verified: 10, in_progress: 1 };
    const counted = "cases in which the customer was asked again";
    expect(casesHeadline(counts, true, [], counted)).toEqual({
      title: "24 cases in which the customer was asked again",
      detail:
        "13 of 23 matching cases old enough to judge were not resolved with evidence. 2 came back, 11 were never closed. Not judged: 1 is in progress.",
    });
    expect(casesHeadline(counts, true, ["unresolved"], counted).title).toBe(
      "11 of 24 matching cases were never closed",
    );
  });

  it("says so where there is no case", () => {
    expect(casesHeadline({}, false, [])).toEqual({ title: "No cases match", detail: "" });
  });

  it("does not judge cases of which none is mature", () => {
    expect(casesHeadline({ in_progress: 1200 }, false, [])).toEqual({
      title: "1,200 cases: it is too early to judge any yet",
      detail: "Not judged: 1,200 are in progress.",
    });
  });

  it("answers the question that the chosen outcomes ask", () => {
    const counts = { resolved_verified: 10, reopened: 4, unresolved: 1, in_progress: 5 };
    expect(casesHeadline(counts, false, ["resolved_verified", "resolved_confirmed"])).toEqual({
      title: "10 of 15 cases old enough to judge were resolved with evidence",
      detail: "10 are verified as resolved. Not judged: 5 are in progress.",
    });
    expect(casesHeadline(counts, true, ["unresolved", "reopened"])).toEqual({
      title: "5 of 20 matching cases came back or were never closed",
      detail: "4 came back, 1 was never closed.",
    });
    expect(casesHeadline(counts, false, ["unresolved"])).toEqual({
      title: "1 of 20 cases was never closed",
      detail: "",
    });
  });
});

describe("unknownHeadline", () => {
  it("says how many show how they ended, and counts no silence as failure", () => {
    const counts = { unresolved: 36, fell_quiet: 11, reopened: 196, passed_on: 29 };
    expect(unknownHeadline(counts, { hits: 2, of: 243 }, false)).toEqual({
      title: "272 cases: only 2 of the 243 old enough to judge show how they ended",
      detail: expect.stringMatching(
        /^196 [^.]+\. Not judged: 29 [^.]+\. Send closing events/u,
      ) as string,
    });
    expect(unknownHeadline({}, { hits: 0, of: 1 }, true)).toEqual({
      title: "The one matching case doesn’t show how it ended",
      detail: expect.stringMatching(/^Send closing events/u) as string,
    });
  });
});
