import { expect, it } from "vitest";
import { lookedFineTitle } from "./prepare-looked-fine";

it.each([
  [0, undefined, /^No case .*yet$/u],
  [0, { of: 0 }, /^No case .*yet$/u],
  [0, { of: 3 }, /^Every case /u],
  [1, { of: 3 }, /^1 case .*was not/u],
  [14, { of: 90 }, /^14 cases .*were not/u],
])("says of what looked fine only what somebody said: %i of %o", (count, figure, words) => {
  expect(lookedFineTitle(count, figure)).toMatch(words);
});
