import { describe, expect, it } from "vitest";
import { wordsOf } from "@/lib/learning/words-of";
import { feelingKinds, feelingOf, findFeelings } from "./feeling-words";

function feelingsOf(text: string): readonly number[] {
  return findFeelings(
    text,
    wordsOf(text).map((word) => ({ feeling: feelingOf(word) })),
  );
}

describe("findFeelings", () => {
  it("finds the same kind by any word of it, by an ending and by a phrase of two words", () => {
    expect(feelingsOf("hates")).toEqual(feelingsOf("furious"));
    expect(feelingsOf("fed up")).toEqual(feelingsOf("furious"));
    expect(feelingsOf("disgusting")).toEqual(feelingsOf("awful"));
    expect(feelingsOf("fed")).toEqual([]);
  });

  it("distinguishes negated praise from praise", () => {
    const [praised, denied] = [feelingsOf("this was good"), feelingsOf("this was not so good")];
    expect(denied).toEqual(expect.arrayContaining([...praised]));
    expect(denied.length).toBe(praised.length + 3);
  });

  it("names kinds below their number, each once, in order", () => {
    const found = feelingsOf("Stop! Why do you hate me so? “No, no”, you said :)");
    expect(found).toEqual([...new Set(found)].sort((a, b) => a - b));
    for (const kind of found) expect(kind).toBeLessThan(feelingKinds);
  });
});
