import { describe, expect, it } from "vitest";
import { clockDraft, readClockDraft } from "./clock-draft";
import { numberDraft, readNumberDraft, requireNumberDraft } from "./number-draft";

describe("a number in a field", () => {
  it("comes back as it was, with a comma or a point", () => {
    for (const value of [0, 0.5, 14, null]) expect(readNumberDraft(numberDraft(value))).toBe(value);
    expect(readNumberDraft(" 1,5 ")).toBe(1.5);
  });

  it("is NaN where it is none, and where one is needed and missing", () => {
    expect(readNumberDraft("soon")).toBeNaN();
    expect(requireNumberDraft("")).toBeNaN();
  });
});

describe("a time of day in a field", () => {
  it("comes back as it was, up to the day's end", () => {
    for (const minutes of [0, 1, 570, 1440]) {
      expect(readClockDraft(clockDraft(minutes))).toBe(minutes);
    }
    expect(readClockDraft(" 9.30 ")).toBe(570);
  });

  it("is NaN where it is none", () => {
    for (const text of ["", "9", "9:75"]) expect(readClockDraft(text)).toBeNaN();
  });
});
