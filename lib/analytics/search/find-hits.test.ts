import { expect, it } from "vitest";
import { searchWords } from "../filter/search-terms";
import { findHits, searchPatterns, wordByWord } from "./find-hits";

/** The text with each hit in brackets. */
function marked(text: string, search: string): string {
  const hits = findHits(text, searchPatterns(search));
  return hits
    .toReversed()
    .reduce(
      (rest, { start, end }) =>
        `${rest.slice(0, start)}[${rest.slice(start, end)}]${rest.slice(end)}`,
      text,
    );
}

it.each([
  ["My refund, please", "refund", "My [refund], please"],
  ["My refund, please", "REFUND", "My [refund], please"],
  ["MY REFUND. Refunded?", "refund", "MY [REFUND]. [Refunded]?"],
  ["Refunds and refunded", "refunded now", "Refunds and [refunded]"],
  ["A full refund is a refund", '"full refund"', "A [full refund] is a refund"],
  ["A refund in full", '"full refund"', "A refund in full"],
  ["Zoë's crème", "creme zoe", "[Zoë]'s [crème]"],
  ["cafe\u0301 noir", "cafe", "[cafe\u0301] noir"],
  ["Order CS-12 and CS 12", "cs-12", "Order [CS-12] and [CS 12]"],
  ["Верните деньги", "ДЕНЬГИ", "Верните [деньги]"],
  ["Nothing here", "refund", "Nothing here"],
  ["100 %", "%", "100 %"],
])("in %j marks for %j: %j", (text, search, expected) => {
  expect(marked(text, search)).toBe(expected);
});

it("divides a text into the words of the index", () => {
  const text = "Zoë’s e\u0301tat — 환불을 がとう, <PHONE:3f9a>\u094d co2 ſs οδός";
  const words = searchWords(text);
  for (const word of words) {
    expect(findHits(text, [{ term: 0, words: [word], isUnfinished: false }])).not.toEqual([]);
  }
});

it("takes a term of several words apart", () => {
  const [pattern] = searchPatterns("CS-12");
  const apart = pattern === undefined ? [] : wordByWord(pattern);
  expect(findHits("12 of CS", apart).map(({ start }) => start)).toEqual([0, 6]);
});
