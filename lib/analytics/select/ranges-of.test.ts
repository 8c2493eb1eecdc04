import { expect, it } from "vitest";
import { rangesOf } from "./ranges-of";

it.each([
  [[], 5, []],
  [[3], 5, [[3, 3]]],
  [
    [3, 3, 8, 14],
    5,
    [
      [3, 8],
      [14, 14],
    ],
  ],
] as const)("covers %j with gaps up to %i", (keys, gap, expected) => {
  expect(rangesOf(keys, gap)).toEqual(expected);
});
