import { describe, expect, it } from "vitest";
import { casesHeadline } from "./cases-headline";

describe("casesHeadline", () => {
  it("counts what was not resolved over what is finished, and names who was left out", () => {
    const counts = {
      resolved_verified: 10,
      closed_likely: 3,
      reopened: 4,
      unresolved: 5,
      in_progress: 2,
      duplicate: 1,
    };
    expect(casesHeadline(counts)).toEqual({
      title: "12 of 22 finished cases were not resolved with proof",
      detail: "Not judged yet or at all: 1 duplicate, 2 in progress.",
    });
  });

  it("agrees in number and says nothing of nobody", () => {
    expect(casesHeadline({ unresolved: 1 })).toEqual({
      title: "1 of 1 finished case was not resolved with proof",
      detail: "",
    });
    expect(casesHeadline({ resolved_confirmed: 7 }).title).toBe(
      "All 7 finished cases were resolved with proof",
    );
  });

  it("does not judge cases of which none is over", () => {
    expect(casesHeadline({ in_progress: 1200 })).toEqual({
      title: "No case here is over yet",
      detail: "Not judged yet or at all: 1,200 in progress.",
    });
  });
});
