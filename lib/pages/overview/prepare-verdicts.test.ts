import { expect, it } from "vitest";
import { ratingsTitle } from "./prepare-verdicts";

it.each([
  [{ content: 0, rated: 0, hidden: 0 }, "No customer rated these cases"],
  [{ content: 0, rated: 3, hidden: 0 }, "No customer gave 4 or 5"],
  [{ content: 2, rated: 3, hidden: 0 }, "Each case rated 4 or 5 was resolved or likely to be"],
  [
    { content: 2, rated: 3, hidden: 1 },
    "1 customer gave 4 or 5 for a case that was neither resolved nor likely to be",
  ],
])("says of ratings only what somebody gave: %o", (counts, words) => {
  expect(ratingsTitle(counts)).toBe(words);
});
