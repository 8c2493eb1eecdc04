import { expect, it } from "vitest";
import { expectedIfFew } from "./expected-if-few";

it("names a silent or nearly silent day of a busy channel, and no other", () => {
  expect(expectedIfFew([14, 12, 16, 14], 0)).toBe(14);
  expect(expectedIfFew([100, 110, 90, 100], 40)).toBe(100);
  expect(expectedIfFew([100, 110, 90, 100], 85)).toBeNull();
  expect(expectedIfFew([14, 12, 16, 14], 30)).toBeNull();
  expect(expectedIfFew([4000, 4100, 3900, 4000], 3000)).toBe(4000);
});

it("takes no alarm at a channel that is rarely used or new", () => {
  expect(expectedIfFew([2, 1, 3, 2], 0)).toBeNull();
  expect(expectedIfFew([0, 0, 0, 0], 0)).toBeNull();
  expect(expectedIfFew([50, 50], 0)).toBeNull();
});
