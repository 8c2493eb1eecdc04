import { describe, expect, it } from "vitest";
import { percentRange, percentTick, pointsWords, signedRange } from "./share-words";

describe("an interval of a difference", () => {
  it("ends where a difference of two rates does", () => {
    expect(pointsWords({ value: 0.89, interval: [0.74, 1.04] })).toBe("+89 points (+74 to +100)");
  });

  it("is rounded", () => {
    expect(signedRange([-0.121, 0.284], 2)).toBe("−0.12 to +0.28");
    expect(pointsWords({ value: -0.05, interval: [-0.13, 0.03] })).toBe("−5 points (−13 to +3)");
  });

  it("says what is less than a point, as rounding would make it one or none", () => {
    expect(pointsWords({ value: -0.0056, interval: [-0.08, 0.07] })).toBe("−0.6 points (−8 to +7)");
    expect(pointsWords({ value: 0.0099, interval: [-0.08, 0.07] })).toBe("+1.0 points (−8 to +7)");
    expect(pointsWords({ value: -0.012, interval: [-0.08, 0.07] })).toBe("−1 point (−8 to +7)");
    expect(pointsWords({ value: -0.052, interval: [-0.1, 0] }, 1)).toBe("−5.2 points (−10 to 0)");
  });

  it("shows on which side of no difference it lies, unless by a hair", () => {
    expect(signedRange([0.002, 0.284], 2)).toBe("+0.002 to +0.28");
    expect(signedRange([-0.284, -0.0004], 2)).toBe("−0.28 to −0.0004");
    expect(signedRange([0.0000001, 0.3], 2)).toBe("0.0000 to +0.30");
    expect(pointsWords({ value: 0.08, interval: [0.004, 0.17] })).toBe("+8 points (+0.4 to +17)");
  });

  it("ends at nothing where it reaches about so far beyond", () => {
    expect(signedRange([-0.002, 0.284], 2)).toBe("0.00 to +0.28");
  });
});

describe("a range of shares", () => {
  it("is written as short as it can be", () => {
    expect(percentRange([0.65, 0.73], 100)).toBe("65–73%");
    expect(percentRange([0.5, 0.504], 100)).toBe("50%");
  });

  it("does not write nothing for what is only near it, nor in words that read as a lower limit", () => {
    expect(percentRange([0.004, 0.02], 400)).toBe("<1–2%");
    expect(percentRange([0, 0.02], 400)).toBe("0–2%");
    expect(percentRange([0.001, 0.004], 400)).toBe("<1%");
  });
});

describe("a share on an axis", () => {
  it("keeps the half of a step between whole numbers", () => {
    expect([0, 0.025, 0.05, 0.075, 1].map(percentTick)).toEqual([
      "0%",
      "2.5%",
      "5%",
      "7.5%",
      "100%",
    ]);
  });
});
