import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runs } from "@/lib/testing/runs";
import { shownText } from "./shown-text";

describe("what a customer saw of an answer", () => {
  it.each([
    ['{"message": "Hello.\\nIt is \\"done\\".\\u00a9"}', 'Hello.\nIt is "done".©'],
    ['  { "reply" : "Yes" }\n', "Yes"],
    ["The refund of **$567** goes to **your card**.", "The refund of $567 goes to your card."],
    ['{"message": "**Order**: #1"}', "Order: #1"],
  ])("%s is %s", (text, shown) => {
    expect(shownText(text).text).toBe(shown);
  });

  it.each([
    '{"message": "Hello.", "next": "Bye."}',
    '{"status": 1}',
    '["Hello"]',
    '{"message": "cut off',
    "2 ** 3 ** 4",
    "** no **",
    "Hello.",
  ])("%s is shown as it is", (text) => {
    expect(shownText(text).text).toBe(text);
  });

  it("keeps the place of words, whatever is around them", () => {
    const words = fc.stringMatching(/^[a-z]{1,8}$/);
    fc.assert(
      fc.property(fc.array(words, { minLength: 1, maxLength: 12 }), words, (around, word) => {
        const said = [...around, `<<${word}>>`, ...around].join('**x** "\n\\ ');
        const text = JSON.stringify({ message: said });
        const start = text.indexOf("<<");
        const { text: shown, placeOf } = shownText(text);
        expect(shown).toBe(said.replaceAll("**x**", "x"));
        expect(shown.slice(placeOf(start), placeOf(start + word.length + 4))).toBe(`<<${word}>>`);
        expect(placeOf(0)).toBe(0);
        expect(placeOf(text.length)).toBe(shown.length);
      }),
      { numRuns: runs(60) },
    );
  });
});
