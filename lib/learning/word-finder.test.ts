import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { matchesIn } from "./each-match";
import { openingsOf } from "./pattern-openings";
import { createWordFinder, createWordFinders } from "./word-finder";
import { findWordStarts } from "./word-starts";

const readable: readonly RegExp[] = [
  /\b(thanks|thank you|thx|grateful)\b/g,
  /\b(?:hi|ok|okay|a bit|let['’]s|no (?:problem|worries)|\p{L}{1,40}n['’]t)\b|!|\p{Extended_Pictographic}/gu,
  /^(please|pls)\b/g,
  /^(you|your|you're)\b|\bif you (like|don't mind)\b/g,
  /\b(great|congrat\w*|ignor\w+|i\b)/gi,
  /(?:^|[.!?]\s+)(?:please |yes\b|no\b)|\byour \p{L}+ (?:is|was)\b/gu,
  /[?].*[?]|[:;]-?[)d]|<smile>|🙂/g,
  /(?<!\bI )\b(?:sort (?:it|this) out|(?:in|with) regards? to|x{2,3}|\d+ days?)\b/gi,
  /\b(?=no)(?!nothing)\w+/g,
  /\b[A-Z]{3,}\b.*\b[A-Z]{3,}\b|[^\w\s]{2}/g,
];
const pieces =
  "Thanks thank you thx hi HI ok a bit let's let’s no problem don't doesn’t ! 🙂 é élan naïve please PLS you're if like congratulations ignored I . ? : ; -) <smile> sort it out in regards to with regard xx xxx 12 days 1 day nothing nobody not WHAT NOW -- … \n your order is".split(
    " ",
  );
const text = fc
  .array(fc.oneof(fc.constantFrom(...pieces), fc.string({ maxLength: 3 })), { maxLength: 12 })
  .chain((words) => fc.constantFrom(" ", "", "\n").map((between) => words.join(between)));

describe("createWordFinder", () => {
  it.each(readable)("finds the matches of %s", (pattern) => {
    expect(openingsOf(pattern)).not.toBeNull();
    const finder = createWordFinder(pattern);
    fc.assert(
      fc.property(text, (some) => {
        const starts = findWordStarts(some);
        const plain = matchesIn(pattern, some);
        expect(finder.matchesIn(starts)).toEqual(plain);
        expect(finder.isIn(starts)).toBe(plain.length > 0);
      }),
      { numRuns: 300 },
    );
  });

  it.each([/ing\b/g, /\s+please\b/g, /(a)\1/g, /\bstra(?:ss|ß)e\b/giu, /(?:hi )?\b/g])(
    "searches the whole text for %s, which may begin anywhere",
    (pattern) => {
      expect(openingsOf(pattern)).toBeNull();
      const said = "Waiting, please: aa Straße hi there";
      expect(createWordFinder(pattern).matchesIn(findWordStarts(said))).toEqual(
        matchesIn(pattern, said),
      );
    },
  );

  it("tells of many patterns together which are in a text", () => {
    const patterns = [...readable, /ing\b/g];
    const find = createWordFinders(patterns);
    fc.assert(
      fc.property(text, (some) => {
        const plain = patterns.map((pattern) => matchesIn(pattern, some).length > 0);
        expect(find(findWordStarts(some))).toEqual(plain);
      }),
      { numRuns: 300 },
    );
  });
});
