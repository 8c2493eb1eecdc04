import { describe, expect, it } from "vitest";
import { describeComparison } from "./prepare-prompts";

const prompts = ["concierge@a-3", "concierge@b-3"] as const;
const about = (value: number, reach: number) => ({
  value,
  interval: [value - reach, value + reach] as const,
});

describe("tellComparison", () => {
  it("says that the adjusted comparison turns the crude one over", () => {
    expect(describeComparison(prompts, about(0.24, 0.2), about(-0.51, 0.2))).toBe(
      "b-3 looks 0.2 contacts worse than a-3 because it gets the harder cases: like for like it takes 0.5 fewer",
    );
    expect(describeComparison(prompts, about(-0.24, 0.2), about(0.1, 0.2))).toBe(
      "b-3 looks 0.2 contacts better than a-3 because it gets the easier cases: like for like no clear difference is left",
    );
  });

  it("says more or fewer only where the interval does", () => {
    expect(describeComparison(prompts, about(0.5, 0.1), about(0.4, 0.1))).toBe(
      "Like for like, b-3 takes 0.4 contacts more than a-3",
    );
    expect(describeComparison(prompts, about(0.5, 0.1), about(0.1, 0.2))).toBe(
      "Like for like, a-3 and b-3 take about as many contacts: no clear difference",
    );
  });
});
