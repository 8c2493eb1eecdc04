import { expect, it } from "vitest";
import { searchTerms } from "./search-terms";

it.each([
  ["", []],
  ["  ", []],
  ["parcel lost", ["parcel", "lost"]],
  ["CS-12 credit", ["CS-12: cs 12", "credit"]],
  ['"a full refund" chat', ["a full refund!", "chat"]],
  ["“a full refund”", ["a full refund!"]],
  ['refund "never closed', ["refund", "never closed!"]],
  ['""', []],
  ["refund - billing", ["refund", "billing"]],
  ["%", ["%: "]],
  ["Crème", ["Crème: creme"]],
])("takes %j apart", (text, expected) => {
  const found = searchTerms(text).map((term) => {
    const words = term.words.join(" ");
    const typed = words === term.text ? term.text : `${term.text}: ${words}`;
    return term.isPhrase ? `${typed}!` : typed;
  });
  expect(found).toEqual(expected);
});
