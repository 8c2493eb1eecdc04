import { describe, expect, it } from "vitest";
import { figureChange } from "./figure-change";

const share = { unit: "share", direction: "higher-is-better" } as const;
const contacts = { unit: "contacts", direction: "lower-is-better" } as const;
const before = "the 90 days before";

describe("figureChange", () => {
  it("calls a change one only where its range leaves out zero", () => {
    expect(
      figureChange(share, { value: -0.05, interval: [-0.13, 0.03], isCertain: false }, before),
    ).toEqual({
      verdict: "No clear change",
      tone: "none",
      change: "from before",
      detail: "−5 points (−13 to +3) against the 90 days before",
      doubt: "",
    });
    expect(
      figureChange(share, { value: -0.05, interval: [-0.09, -0.01], isCertain: true }, before),
    ).toEqual({
      verdict: "Worse",
      tone: "fail",
      change: "by 5 points than before",
      detail: "−5 points (−9 to −1) against the 90 days before",
      doubt: "",
    });
  });

  it("says where a change is not certain among all that pages compare, and doesn't colour it", () => {
    const change = { value: -0.05, interval: [-0.09, -0.01], isCertain: false } as const;
    expect(figureChange(share, change, before)).toMatchObject({
      ...{ verdict: "Worse", tone: "none" },
      change: "by 5 points than before, not certain yet",
      doubt: ", not certain yet",
    });
  });

  it("counts contacts, and takes fewer of them for better", () => {
    expect(
      figureChange(contacts, { value: 0.14, interval: [0.01, 0.28], isCertain: true }, before),
    ).toEqual({
      verdict: "More",
      tone: "fail",
      change: "by 0.14 per case than before",
      detail: "+0.14 (+0.01 to +0.28) for the same case types against the 90 days before",
      doubt: "",
    });
  });

  it("judges nothing of a figure that is neither good nor bad", () => {
    const change = figureChange(
      { ...share, direction: "neither" },
      { value: 0.2, interval: [0.1, 0.3], isCertain: true },
      before,
    );
    expect(change).toMatchObject({ verdict: "More", tone: "none" });
  });

  it("says that there is nothing to compare", () => {
    const none = figureChange(share, null, before);
    expect(none).toMatchObject({ verdict: "", tone: "none", detail: "" });
    expect(none.change).not.toBe("");
  });
});
