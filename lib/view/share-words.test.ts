import { describe, expect, it } from "vitest";
import { pointsWords, signedRange } from "./share-words";

describe("an interval of a difference", () => {
  it("is rounded", () => {
    expect(signedRange([-0.121, 0.284], 2)).toBe("−0.12 to +0.28");
    expect(pointsWords({ value: -0.05, interval: [-0.13, 0.03] })).toBe("−5 points, −13 to +3");
  });

  it("shows on which side of no difference it lies, unless by a hair", () => {
    expect(signedRange([0.002, 0.284], 2)).toBe("+0.002 to +0.284");
    expect(signedRange([-0.284, -0.0004], 2)).toBe("−0.2840 to −0.0004");
    expect(signedRange([0.0000001, 0.3], 2)).toBe("0.0000 to +0.3000");
    expect(pointsWords({ value: 0.08, interval: [0.004, 0.17] })).toBe("+8 points, +0.4 to +17.0");
  });

  it("ends at nothing where it reaches about so far beyond", () => {
    expect(signedRange([-0.002, 0.284], 2)).toBe("0.00 to +0.28");
  });
});
