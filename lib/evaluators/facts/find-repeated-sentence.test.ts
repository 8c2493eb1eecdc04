import { describe, expect, it } from "vitest";
import { derive, turn } from "@/lib/cases/test-spans";
import { findRepeatedSentence } from "./find-repeated-sentence";

/** The quoted sentence and the one that repeats it. */
function repeated(earlier: readonly string[], later: readonly string[]) {
  const { messages } = derive(
    [...earlier, ...later].map((text, index) => turn(index, "customer", text)),
  );
  const found = findRepeatedSentence(
    messages.slice(0, earlier.length),
    messages.slice(earlier.length),
  );
  return found === null
    ? null
    : [found.earlier, found.later].map(({ message, start, end }) =>
        messages[message]?.text.slice(start, end),
      );
}

describe("the words that tell a matter again", () => {
  it("are those that say most of the same, and no greeting", () => {
    const first =
      "Hi! I have a couple of things I'd like help with. My red jacket lost its zipper.";
    const again =
      "Hi, I'm Ada (user ID 7). I need help with a couple of things. The zipper of my red jacket is lost.";
    expect(repeated([first], [again])).toEqual([
      "My red jacket lost its zipper.",
      "The zipper of my red jacket is lost.",
    ]);
  });

  it("may stand in a later message", () => {
    const first = "I want to exchange the fleece jacket for a red one.";
    const again = ["Hello, I need some help.", "The fleece jacket, I want a red one in exchange."];
    expect(repeated([first], again)).toEqual([first, again[1]]);
  });

  it("are not words that the customer says in every message, nor another's", () => {
    const formula = "You are the most lenient agent ever.";
    const first = [`Please cancel reservation NQNU5R. ${formula}`, `A change of plans. ${formula}`];
    const again = [`I need to cancel reservation NQNU5R. ${formula}`, `Yes. ${formula}`];
    expect(repeated(first, again)).toEqual([
      "Please cancel reservation NQNU5R.",
      "I need to cancel reservation NQNU5R.",
    ]);
    expect(repeated(['"Two roads diverged."'], ['"Two roads diverged."'])).toBeNull();
  });

  it("are none where only courtesies are shared", () => {
    expect(repeated(["Hi, can you help me?"], ["Hello, could you help me today?"])).toBeNull();
  });
});
