import { expect, it } from "vitest";
import { lookedFineTitle } from "./prepare-looked-fine";

it.each([
  [0, undefined, "No case has a score or a rating yet"],
  [0, { of: 0 }, "No case has a score or a rating yet"],
  [0, { of: 3 }, "Every case that looked fine was resolved or likely to be"],
  [1, { of: 3 }, "1 case looked fine but was not resolved"],
  [14, { of: 90 }, "14 cases looked fine but were not resolved"],
])("says of what looked fine only what somebody said: %i of %o", (count, figure, words) => {
  expect(lookedFineTitle(count, figure)).toBe(words);
});
